import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const STORE_PASSWORD = 'changeit';

/** Self-signed certificates for a server and a client, made with the keytool of the JDK. */
export class TestCertificates {
  private constructor(private readonly directory: string) {}

  static async make(): Promise<TestCertificates> {
    const made = new TestCertificates(await mkdtemp(join(tmpdir(), 'jmx-certificates-')));
    await Promise.all([
      made.keyPair('server', 'dns:localhost,ip:127.0.0.1'),
      made.keyPair('client', 'dns:client'),
      made.keyPair('elsewhere', 'dns:elsewhere.invalid'),
    ]);
    await made.keytool(
      '-importcert',
      '-noprompt',
      '-alias',
      'client',
      '-file',
      made.path('client.pem'),
      '-keystore',
      made.path('trust.p12'),
    );
    return made;
  }

  private async keyPair(name: string, san: string): Promise<void> {
    const store = ['-alias', name, '-keystore', this.path(`${name}.p12`)];
    await this.keytool('-genkeypair', '-keyalg', 'EC', '-dname', `CN=${name}`, '-ext', `san=${san}`, ...store);
    await this.keytool('-exportcert', '-rfc', '-file', this.path(`${name}.pem`), ...store);
  }

  private async keytool(...args: string[]): Promise<void> {
    await run('keytool', [...args, '-storetype', 'PKCS12', '-storepass', STORE_PASSWORD]);
  }

  path(file: string): string {
    return join(this.directory, file);
  }

  async read(file: string): Promise<Buffer> {
    return await readFile(this.path(file));
  }

  /** System properties that give a JVM one of the key pairs, and the client's certificate to trust. */
  properties(name: 'server' | 'elsewhere' = 'server'): string[] {
    return [
      `javax.net.ssl.keyStore=${this.path(`${name}.p12`)}`,
      `javax.net.ssl.keyStorePassword=${STORE_PASSWORD}`,
      `javax.net.ssl.trustStore=${this.path('trust.p12')}`,
      `javax.net.ssl.trustStorePassword=${STORE_PASSWORD}`,
    ];
  }

  async dispose(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}
