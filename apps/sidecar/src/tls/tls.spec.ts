import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConnectionOptions } from 'node:tls';
import { TestApi } from '../testing/test-api.js';
import type { TlsFiles } from './tls-files.js';

jest.setTimeout(30_000);

describe('HTTPS', () => {
  let directory: string;
  let api: TestApi;
  const path = (name: string) => join(directory, name);

  /** Writes a self-signed certificate and its key into a folder. */
  function certificate(folder: string, name: string): void {
    mkdirSync(path(folder), { recursive: true });
    const out = ['-keyout', path(`${folder}/tls.key`), '-out', path(`${folder}/tls.crt`)];
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    execFileSync('openssl', ['req', '-x509', ...key, ...out, '-days', '2', '-subj', `/CN=${name}`], {
      stdio: 'ignore',
    });
  }

  /** As Kubernetes mounts a secret: files are links through a link that is exchanged. */
  function mount(folder: string): void {
    symlinkSync(path(folder), path('..data_tmp'));
    renameSync(path('..data_tmp'), path('..data'));
  }

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tls-'));
    certificate('first', 'first');
    mount('first');
    for (const name of ['tls.crt', 'tls.key']) symlinkSync(path(`..data/${name}`), path(name));
  });
  afterEach(async () => {
    await api.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function serve(more: Partial<TlsFiles> = {}): Promise<void> {
    const tls = { certFile: path('tls.crt'), keyFile: path('tls.key'), clientCertificates: 'off' as const, ...more };
    api = await new TestApi().open({ tls: { ...tls, watchMs: 50 } });
    await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
  }

  /** Name in the certificate that is served, and the answer to a request. */
  function ask(options: ConnectionOptions = {}): Promise<{ name: string; answer: string }> {
    const { port } = api.server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      let [name, answer] = ['', ''];
      const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options }, () => {
        name = String(socket.getPeerCertificate().subject.CN);
        socket.write('GET /version HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
      });
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve({ name, answer }));
    });
  }

  async function untilServed(name: string): Promise<void> {
    while ((await ask()).name !== name) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  it('is served with the files, and tells browsers to stay with it', async () => {
    await serve();
    const { name, answer } = await ask();
    expect(name).toBe('first');
    expect(answer).toContain('200 OK');
    expect(answer.toLowerCase()).toContain('strict-transport-security: max-age=');
  });

  it('uses new files when the link of a mounted secret is exchanged', async () => {
    await serve();
    certificate('second', 'second');
    mount('second');
    await untilServed('second');
  });

  it('keeps the former files when new ones are broken, says so, and goes on to good ones', async () => {
    await serve();
    certificate('broken', 'broken');
    writeFileSync(path('broken/tls.crt'), 'no certificate');
    mount('broken');
    const told = () => api.backend.log.lines.some(({ message }) => message.startsWith('Changed TLS files cannot'));
    while (!told()) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await ask()).name).toBe('first');
    certificate('third', 'third');
    mount('third');
    await untilServed('third');
  });

  it('lets in only clients with a certificate of the authority, when one is required', async () => {
    certificate('client', 'client');
    certificate('stranger', 'stranger');
    const shown = (folder: string) => ({
      cert: readFileSync(path(`${folder}/tls.crt`)),
      key: readFileSync(path(`${folder}/tls.key`)),
    });
    await serve({ clientCaFile: path('client/tls.crt'), clientCertificates: 'require' });
    expect((await ask(shown('client'))).answer).toContain('200 OK');
    for (const options of [{}, shown('stranger')]) {
      const { answer } = await ask(options).catch(() => ({ answer: '' }));
      expect(answer).toBe('');
    }
  });

  it('does not start with files that cannot be used', async () => {
    await serve();
    const files = { certFile: path('tls.crt'), keyFile: path('none.key'), clientCertificates: 'off' as const };
    await expect(new TestApi().open({ tls: files })).rejects.toThrow('none.key cannot be read');
  });
});
