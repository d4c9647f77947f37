import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Credentials } from '../cql/cql-connection.js';
import { RigError, RigErrorCode } from '../errors.js';

const run = promisify(execFile);

/** JMX of every node listens here, whatever address the node itself has. */
export const jmxHost = '127.0.0.1';

/** May read and invoke everything. */
export const jmxOperator: Credentials = { username: 'admin', password: 'adminpw' };
/** May read attributes only. */
export const jmxReader: Credentials = { username: 'reader', password: 'readerpw' };

export interface JmxSecurity {
  readonly jmxAuth: boolean;
  readonly jmxTls: boolean;
}

/** What a client needs to trust the self-signed certificate of the nodes. */
export interface TrustMaterial {
  /** PKCS #12, also the key store of the nodes. */
  readonly trustStore: string;
  readonly trustStorePassword: string;
  /** The certificate alone, as PEM. */
  readonly certificate: string;
}

const storePassword = 'changeit';

export function trustMaterial(directory: string): TrustMaterial {
  return {
    trustStore: join(directory, 'jmx.p12'),
    trustStorePassword: storePassword,
    certificate: join(directory, 'jmx.pem'),
  };
}

/** Writes password and access file, and the certificate if there is none yet. */
export async function writeJmxFiles(directory: string, security: JmxSecurity, keytool: string): Promise<void> {
  if (!security.jmxAuth && !security.jmxTls) return;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (security.jmxAuth) writeAccounts(directory);
  if (security.jmxTls && !existsSync(trustMaterial(directory).certificate)) await makeCertificate(directory, keytool);
}

function writeAccounts(directory: string): void {
  const { password, access } = accountFiles(directory);
  writeFileSync(password, [jmxOperator, jmxReader].map((user) => `${user.username} ${user.password}\n`).join(''));
  // The JVM's own agent refuses to start if anyone else may read it.
  chmodSync(password, 0o600);
  writeFileSync(access, `${jmxOperator.username} readwrite\n${jmxReader.username} readonly\n`);
}

async function makeCertificate(directory: string, keytool: string): Promise<void> {
  const { trustStore, certificate } = trustMaterial(directory);
  const store = ['-alias', 'jmx', '-storetype', 'PKCS12', '-keystore', trustStore, '-storepass', storePassword];
  const subject = ['-dname', 'CN=localhost', '-ext', `SAN=dns:localhost,ip:${jmxHost}`];
  try {
    const key = ['-keyalg', 'RSA', '-keysize', '2048', '-validity', '3650', '-keypass', storePassword];
    if (!existsSync(trustStore)) await run(keytool, ['-genkeypair', ...store, ...key, ...subject]);
    const { stdout } = await run(keytool, ['-exportcert', '-rfc', ...store]);
    writeFileSync(certificate, stdout);
  } catch (cause) {
    throw new RigError(RigErrorCode.ProcessFailed, `keytool could not make a certificate for JMX in ${directory}`, {
      cause,
    });
  }
}

function accountFiles(directory: string): { password: string; access: string } {
  return { password: join(directory, 'jmxremote.password'), access: join(directory, 'jmxremote.access') };
}

/** Flags that make a node serve JMX on 127.0.0.1:`port`. */
export function jmxFlags(directory: string, port: number, security: JmxSecurity): string[] {
  return [...connector(port, security), ...authentication(directory, security), ...encryption(directory, security)];
}

/**
 * With TLS, Cassandra's own connector would listen on every interface; the agent of the JVM can be bound to loopback.
 * Cassandra notices and only logs that its own settings are bypassed.
 */
function connector(port: number, { jmxTls }: JmxSecurity): string[] {
  if (!jmxTls) return [`-Dcassandra.jmx.local.port=${port}`];
  return [
    `-Dcom.sun.management.jmxremote.port=${port}`,
    `-Dcom.sun.management.jmxremote.rmi.port=${port}`,
    `-Dcom.sun.management.jmxremote.host=${jmxHost}`,
    `-Djava.rmi.server.hostname=${jmxHost}`,
  ];
}

function authentication(directory: string, { jmxAuth }: JmxSecurity): string[] {
  const flags = [`-Dcom.sun.management.jmxremote.authenticate=${jmxAuth}`];
  if (!jmxAuth) return flags;
  const { password, access } = accountFiles(directory);
  return [
    ...flags,
    `-Dcom.sun.management.jmxremote.password.file=${password}`,
    `-Dcom.sun.management.jmxremote.access.file=${access}`,
  ];
}

function encryption(directory: string, { jmxTls }: JmxSecurity): string[] {
  const flags = [`-Dcom.sun.management.jmxremote.ssl=${jmxTls}`];
  if (!jmxTls) return flags;
  const { trustStore } = trustMaterial(directory);
  return [
    ...flags,
    '-Dcom.sun.management.jmxremote.registry.ssl=true',
    '-Dcom.sun.management.jmxremote.ssl.need.client.auth=false',
    `-Djavax.net.ssl.keyStore=${trustStore}`,
    `-Djavax.net.ssl.keyStorePassword=${storePassword}`,
    `-Djavax.net.ssl.trustStore=${trustStore}`,
    `-Djavax.net.ssl.trustStorePassword=${storePassword}`,
  ];
}
