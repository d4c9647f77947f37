import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '@reaper-sidecar/cassandra-rig';
import { SidecarProcess } from '@reaper-sidecar/sidecar-rig';
import { startTestCluster } from './test-bed.js';

const PATIENCE_MS = 90_000;
const STORE_PASSWORD = 'changeit';

let directory: string;
let cluster: Cluster;
let sidecar: SidecarProcess | undefined;
const path = (name: string) => join(directory, name);

/** A self-signed certificate for a name that is not the address of the node, as PEM and as the node's key store. */
function makeCertificate(): void {
  const out = ['-keyout', path('node.key'), '-out', path('node.crt'), '-nodes', '-days', '2'];
  const subject = ['-subj', '/CN=cassandra-1.example', '-addext', 'subjectAltName=DNS:cassandra-1.example'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', ...out, ...subject], { stdio: 'ignore' });
  const store = ['-out', path('node.p12'), '-passout', `pass:${STORE_PASSWORD}`, '-name', 'node'];
  execFileSync('openssl', ['pkcs12', '-export', '-inkey', path('node.key'), '-in', path('node.crt'), ...store]);
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'reaper-e2e-tls-'));
  makeCertificate();
  const encryption = { enabled: true, keystore: path('node.p12'), keystore_password: STORE_PASSWORD };
  cluster = await startTestCluster({
    nodes: 1,
    jmxTls: true,
    // Optional for the tools that start the node; the sidecar is told to use it.
    yaml: { client_encryption_options: { ...encryption, optional: true, store_type: 'PKCS12' } },
  });
});

afterEach(() => sidecar?.stop());

afterAll(async () => {
  await cluster?.wipe();
  rmSync(directory, { recursive: true, force: true });
});

/** A sidecar that uses TLS for both, with further settings. */
function sidecarWith(env: Readonly<Record<string, string>>): SidecarProcess {
  const node = cluster.node(1);
  sidecar = new SidecarProcess({
    node,
    httpPort: 8080,
    logFile: path('sidecar.log'),
    env: {
      REAPER_CASSANDRA_TLS: 'true',
      REAPER_CASSANDRA_TLS_CA: path('node.crt'),
      REAPER_CASSANDRA_TLS_SERVER_NAME: 'cassandra-1.example',
      REAPER_JMX_TLS: 'true',
      REAPER_JMX_TLS_CA: String(node.jmxTrust?.certificate),
      ...env,
    },
  });
  return sidecar;
}

async function untilHealthTells(part: 'cql' | 'jmx', why: RegExp): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let said = ''; !why.test(said); await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (Date.now() > deadline) throw new Error(`The health of ${part} is not what it should be: ${said}`);
    const answer = await fetch(`${sidecar?.url}/health/ready`).catch(() => undefined);
    said = answer ? await answer.text() : '';
    if (answer?.ok) throw new Error(`${part} is ready`);
  }
}

describe('a sidecar beside a node with TLS', () => {
  it('works', async () => {
    await sidecarWith({}).start();
    const { data } = await sidecar!.api.GET('/api/v1/nodes');
    expect(data?.items).toHaveLength(1);
  });

  it.each([
    ['cql', 'REAPER_CASSANDRA_TLS_SERVER_NAME', 'cassandra-2.example', /"cql":\{[^}]*not in the cert's altnames/i],
    ['jmx', 'REAPER_JMX_TLS_SERVER_NAME', 'cassandra-2.example', /"jmx":\{[^}]*certificate/i],
  ] as const)('does not talk %s to a node with the certificate of another', async (part, name, value, why) => {
    sidecarWith({ [name]: value }).spawn();
    await untilHealthTells(part, why);
  });
});
