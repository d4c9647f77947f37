import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { JmxConnection, type JmxConnectOptions, JmxErrorCode } from '../index.js';
import { STORE_PASSWORD, TestCertificates } from '../testing/certificates.js';
import { JavaTestServers } from '../testing/java-server.js';

const EMITTER = 'test:type=Emitter';
const SECRET = 's3cr3t-pass';
let servers: JavaTestServers;
let certificates: TestCertificates;

beforeAll(async () => {
  [servers, certificates] = await Promise.all([JavaTestServers.compile(), TestCertificates.make()]);
});

afterAll(async () => {
  await servers?.dispose();
  await certificates?.dispose();
});

const connect = (port: number, options: JmxConnectOptions = {}) =>
  JmxConnection.connect({ host: '127.0.0.1', port, ...options });

const failure = async (attempt: Promise<unknown>): Promise<Error> =>
  (await attempt.then(
    () => {
      throw new Error('It did not fail');
    },
    (error: unknown) => error,
  )) as Error;

describe('a server with a password file', () => {
  let directory: string;
  let port: number;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'jmx-passwords-'));
    await writeFile(join(directory, 'password'), `admin ${SECRET}\nreader ${SECRET}\n`);
    await chmod(join(directory, 'password'), 0o600);
    await writeFile(join(directory, 'access'), 'admin readwrite\nreader readonly\n');
    const server = await servers.start({
      properties: [
        'com.sun.management.jmxremote.authenticate=true',
        `com.sun.management.jmxremote.password.file=${join(directory, 'password')}`,
        `com.sun.management.jmxremote.access.file=${join(directory, 'access')}`,
      ],
    });
    port = server.port;
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('lets the right user in', async () => {
    const connection = await connect(port, { username: 'admin', password: SECRET });
    expect(await connection.invoke(EMITTER, 'add', [1, 2], ['int', 'int'])).toBe(3);
    await connection.close();
  });

  it.each([
    ['a wrong password', { username: 'admin', password: 'wr0ng-pass' }],
    ['an unknown user', { username: 'nobody', password: 'wr0ng-pass' }],
    ['no credentials', {}],
  ])('refuses %s without showing the password', async (_, credentials) => {
    const error = await failure(connect(port, credentials));
    expect(error).toMatchObject({ code: JmxErrorCode.AuthenticationFailed, retryable: false });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('wr0ng-pass');
  });

  it('lets a read-only user read and refuses everything else as access denied', async () => {
    const connection = await connect(port, { username: 'reader', password: SECRET });
    expect(await connection.getAttribute(EMITTER, 'Count')).toBe(7);
    await expect(connection.invoke(EMITTER, 'add', [1, 2], ['int', 'int'])).rejects.toMatchObject({
      code: JmxErrorCode.AccessDenied,
    });
    await expect(connection.setAttribute(EMITTER, 'Count', 9)).rejects.toMatchObject({
      code: JmxErrorCode.AccessDenied,
    });
    expect(await connection.getAttribute(EMITTER, 'Count')).toBe(7);
    expect(inspect(connection, { depth: 20 })).not.toContain(SECRET);
    await connection.close();
  });
});

describe('a connector like the one of Cassandra', () => {
  it('is reached through its UnicastRef2 reference on another port', async () => {
    const { port } = await servers.startCassandraLike(['local']);
    const connection = await connect(port);
    expect(await connection.isRegistered(EMITTER)).toBe(true);
    await connection.close();
    await expect(connect(port, { registryName: 'nope' })).rejects.toMatchObject({ code: JmxErrorCode.NotBound });
  });

  it('that wraps the refusal of a login in a RuntimeException still means a failed login', async () => {
    const { port } = await servers.startCassandraLike(['local', 'wrapped-authentication']);
    await expect(connect(port, { username: 'u', password: SECRET })).rejects.toMatchObject({
      code: JmxErrorCode.AuthenticationFailed,
    });
  });

  it('does not drop a connection whose heartbeat comes in time', async () => {
    const { port } = await servers.startCassandraLike(['local', 'short-timeout']);
    const kept = await connect(port, { heartbeatIntervalMs: 500 });
    const dropped = await connect(port, { heartbeatIntervalMs: 0 });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(await kept.isRegistered(EMITTER)).toBe(true);
    await expect(dropped.isRegistered(EMITTER)).rejects.toMatchObject({
      code: JmxErrorCode.ConnectorGone,
      requestSent: false,
    });
    expect(dropped.isOpen).toBe(false);
    await kept.close();
  });
});

describe('a server that forgets what nobody holds a lease on', () => {
  it('keeps a connection with a lease, and loses one without', async () => {
    const { port } = await servers.startCassandraLike(
      ['local', 'collectable'],
      ['java.rmi.dgc.leaseValue=1500', 'sun.rmi.dgc.ackTimeout=300'],
    );
    const leased = await connect(port, { heartbeatIntervalMs: 0, dgcLease: true });
    const unleased = await connect(port, { heartbeatIntervalMs: 0 });
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(await leased.isRegistered(EMITTER)).toBe(true);
    await expect(unleased.isRegistered(EMITTER)).rejects.toMatchObject({ code: JmxErrorCode.ConnectorGone });
    await leased.close();
  });
});

describe('a registry that knows no such name', () => {
  it('is told apart from a server that is not there', async () => {
    const { port } = await servers.start();
    await expect(connect(port, { registryName: 'nope' })).rejects.toMatchObject({ code: JmxErrorCode.NotBound });
  });
});

describe('TLS', () => {
  let port: number;
  let ca: Buffer;

  beforeAll(async () => {
    ca = await certificates.read('server.pem');
    port = (await servers.startCassandraLike(['ssl'], certificates.properties())).port;
  });

  it('works with the authority of the server', async () => {
    const connection = await connect(port, { tls: { ca } });
    expect(await connection.isRegistered(EMITTER)).toBe(true);
    await connection.close();
  });

  it('refuses a certificate of an unknown authority', async () => {
    await expect(connect(port, { tls: true })).rejects.toMatchObject({ code: JmxErrorCode.TlsFailed });
  });

  it('accepts any certificate only when told so', async () => {
    const connection = await connect(port, { tls: { rejectUnauthorized: false } });
    await connection.close();
  });

  it('refuses a certificate for another host, unless told to expect that name or none', async () => {
    const server = await servers.startCassandraLike(['ssl'], certificates.properties('elsewhere'));
    const elsewhere = await certificates.read('elsewhere.pem');
    const error = await failure(connect(server.port, { tls: { ca: elsewhere } }));
    expect(error).toMatchObject({ code: JmxErrorCode.TlsFailed, message: expect.stringContaining('127.0.0.1') });
    for (const leniency of [{ serverName: 'elsewhere.invalid' }, { verifyHostName: false }]) {
      const connection = await connect(server.port, { tls: { ca: elsewhere, ...leniency } });
      await connection.close();
    }
  });

  it('says so when the server is asked in plain', async () => {
    await expect(connect(port)).rejects.toMatchObject({
      code: JmxErrorCode.WrongProtocol,
      message: expect.stringContaining('speaks TLS'),
    });
  });

  it('says so when a plain server is asked for TLS', async () => {
    const plain = await servers.start();
    await expect(connect(plain.port, { tls: { ca } })).rejects.toMatchObject({ code: JmxErrorCode.WrongProtocol });
  });

  it('never sends credentials in the clear when only the registry was encrypted or neither', async () => {
    const plain = await servers.start();
    await expect(
      connect(plain.port, { tls: { ca, registry: false }, username: 'u', password: SECRET }),
    ).rejects.toMatchObject({ code: JmxErrorCode.WrongProtocol, message: expect.stringContaining('does not use TLS') });
  });

  it('works where the registry is plain and only the connector encrypted', async () => {
    const { port: agentPort } = await servers.start({
      properties: [
        ...certificates.properties(),
        'com.sun.management.jmxremote.ssl=true',
        'com.sun.management.jmxremote.rmi.port=0',
      ],
    });
    const connection = await connect(agentPort, { tls: { ca, registry: false } });
    expect(await connection.isRegistered(EMITTER)).toBe(true);
    await connection.close();
  });

  it('presents a client certificate to servers that ask for one, and says so when it has none', async () => {
    const { port: mutual } = await servers.startCassandraLike(['mtls'], certificates.properties());
    const pfx = await certificates.read('client.p12');
    const connection = await connect(mutual, { tls: { ca, pfx, passphrase: STORE_PASSWORD } });
    expect(await connection.isRegistered(EMITTER)).toBe(true);
    expect(inspect(connection, { depth: 20 })).not.toContain(STORE_PASSWORD);
    await connection.close();
    const error = await failure(connect(mutual, { tls: { ca, passphrase: STORE_PASSWORD } }));
    expect(error).toMatchObject({
      code: JmxErrorCode.TlsFailed,
      message: expect.stringContaining('client certificate'),
    });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(STORE_PASSWORD);
  });
});
