import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server, type TLSSocket, type TlsOptions } from 'node:tls';
import { openNode } from '../composition/open-node.js';
import { openStorage } from '../composition/open-storage.js';
import { systemRuntime } from '../composition/system-runtime.js';
import { loadConfig } from '../config/load-config.js';
import { RecordedLog } from '../testing/fake-backend.js';

jest.setTimeout(30_000);

let directory: string;
const path = (name: string) => join(directory, name);

/** A self-signed certificate, `<name>.crt` and `<name>.key`, for this common name and alternative name. */
function certificate(name: string, alternative: string): void {
  const out = ['-keyout', path(`${name}.key`), '-out', path(`${name}.crt`)];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${alternative}`];
  execFileSync('openssl', ['req', '-x509', ...key, ...out, '-days', '2', ...subject], { stdio: 'ignore' });
}

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'client-tls-'));
  certificate('address', 'IP:127.0.0.1');
  certificate('name', 'DNS:cassandra-1.example');
  certificate('client', 'DNS:sidecar');
  writeFileSync(path('text'), 'no certificate');
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('Settings of TLS to the own node', () => {
  const refusalOf = (environment: Record<string, string>): string => {
    try {
      loadConfig(undefined, environment);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  it.each([
    ['a missing file', { TLS_CA: 'none.crt' }, 'tlsCa: cannot be used: ENOENT'],
    ['a file without a certificate', { TLS_CA: 'text' }, 'has no PEM certificate'],
    ['a key that is none', { TLS_CERT: 'client.crt', TLS_KEY: 'text' }, 'tlsKey: cannot be used'],
    ['the key of another certificate', { TLS_CERT: 'client.crt', TLS_KEY: 'name.key' }, 'is not the key of'],
    ['a certificate without a key', { TLS_CERT: 'client.crt' }, 'tlsKey: is missing'],
    ['a key without a certificate', { TLS_KEY: 'client.key' }, 'tlsCert: is missing'],
  ])('refuse %s', (_title, files, says) => {
    for (const section of ['CASSANDRA', 'JMX']) {
      const set = Object.entries(files).map(([name, file]) => [`REAPER_${section}_${name}`, path(file)]);
      const message = refusalOf({ [`REAPER_${section}_TLS`]: 'true', ...Object.fromEntries(set) });
      expect(message).toContain('1 mistake');
      expect(message).toContain(`${section.toLowerCase()}.tls`);
      expect(message).toContain(says);
    }
  });

  it('refuse files that nothing would use', () => {
    expect(refusalOf({ REAPER_JMX_TLS_CA: path('address.crt') })).toContain('jmx.tlsCa: is set, but tls is not true');
    const contradiction = {
      REAPER_JMX_TLS: 'true',
      REAPER_JMX_TLS_VERIFY_NAME: 'false',
      REAPER_JMX_TLS_SERVER_NAME: 'x',
    };
    expect(refusalOf(contradiction)).toContain('jmx.tlsServerName: has no effect');
  });
});

describe.each([
  ['CQL', 'CASSANDRA'],
  ['JMX', 'JMX'],
])('%s over TLS', (_title, section) => {
  let server: Server;
  let heard: string[];
  let opened: { close(): Promise<void> };
  afterEach(async () => {
    await opened.close();
    await new Promise((resolve) => server.close(resolve));
  });

  /** A port of a node that shows this certificate; keeps who connected. */
  async function serve(name: string, { mutual = false } = {}): Promise<void> {
    heard = [];
    const [cert, key, ca] = [`${name}.crt`, `${name}.key`, 'client.crt'].map((file) => readFileSync(path(file)));
    server = createServer({ cert, key, ca, requestCert: mutual, rejectUnauthorized: mutual } as TlsOptions);
    server.on('secureConnection', (socket: TLSSocket) => {
      socket.on('error', () => undefined);
      socket.once('data', (request: Buffer) => {
        heard.push(mutual ? String(socket.getPeerCertificate().subject.CN) : 'somebody');
        socket.end(refusal(request));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }

  /** Opens the connection with these settings. @returns what the health check says */
  function open(settings: Record<string, string>): () => string {
    const { port } = server.address() as AddressInfo;
    const set = Object.entries({ PORT: `${port}`, TLS: 'true', ...settings });
    const variables = set.map(([name, value]) => [`REAPER_${section}_${name}`, value]);
    const config = loadConfig(undefined, Object.fromEntries(variables) as Record<string, string>);
    const runtime = systemRuntime(new RecordedLog());
    if (section === 'CASSANDRA') {
      const storage = openStorage(config.cassandra, '1.2.3', runtime);
      opened = storage;
      return () => storage.cql().detail;
    }
    const parts = openNode(config.jmx, runtime);
    opened = parts;
    parts.node.identity().catch(() => undefined);
    return () => parts.jmx().detail;
  }

  const ca = (name: string) => ({ TLS_CA: path(`${name}.crt`) });

  it.each([
    ['its address', 'address', {}],
    ['the name that is set', 'name', { TLS_SERVER_NAME: 'cassandra-1.example' }],
    ['any name, when names do not matter', 'name', { TLS_VERIFY_NAME: 'false' }],
  ])('talks to a node whose certificate is for %s', async (_what, name, more) => {
    await serve(name);
    open({ ...ca(name), ...more });
    await until(() => heard.length > 0);
  });

  it('shows its own certificate', async () => {
    await serve('address', { mutual: true });
    open({ ...ca('address'), TLS_CERT: path('client.crt'), TLS_KEY: path('client.key') });
    await until(() => heard.length > 0);
    expect(heard[0]).toBe('client');
  });

  it.each([
    ['of an unknown authority', 'address', {}, /self-signed certificate/],
    ['of an unknown authority, when names do not matter', 'address', { TLS_VERIFY_NAME: 'false' }, /self-signed/],
    ['for another name', 'name', { TLS_CA: 'name.crt' }, /does not match|not in the cert's list/],
    ['for another name than is set', 'name', { TLS_CA: 'name.crt', TLS_SERVER_NAME: 'x.example' }, /not in the cert/],
  ])('says nothing to a node with a certificate %s, and tells why', async (_what, name, more, why) => {
    await serve(name);
    const { TLS_CA: file, ...others } = more as Record<string, string>;
    const detail = open({ ...others, ...(file !== undefined && { TLS_CA: path(file) }) });
    await until(() => why.test(detail()));
    expect(heard).toEqual([]);
  });
});

/** An error of the CQL protocol, which the driver waits for when a connection ends; no answer that JMX knows. */
function refusal(request: Buffer): Buffer {
  const [stream, no] = [request.subarray(2, 4), Buffer.from([0, 0])];
  return Buffer.concat([Buffer.from([0x84, 0]), stream, Buffer.from([0, 0, 0, 0, 6, 0, 0, 0, 0]), no]);
}

/** Waits for what happens on sockets. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 20));
}
