import { Socket } from 'node:net';
import { JmxConnection, type JmxConnectOptions, JmxErrorCode } from '../index.js';
import { FakeJmxServer, type FakeServerOptions } from '../testing/fake-jmx-server.js';
import { abortedReply } from '../testing/fake-messages.js';
import { until } from '../testing/until.js';

const NAME = 'test:type=Bean';
const opened: { close(): Promise<void> }[] = [];
const started: FakeJmxServer[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((connection) => connection.close()));
  await Promise.all(started.splice(0).map((server) => server.stop()));
});

async function fake(options: FakeServerOptions = {}, port = 0): Promise<FakeJmxServer> {
  const server = await FakeJmxServer.start(options, port);
  started.push(server);
  return server;
}

async function connect(server: FakeJmxServer, options: JmxConnectOptions = {}): Promise<JmxConnection> {
  const connection = await JmxConnection.connect({
    host: '127.0.0.1',
    port: server.port,
    heartbeatIntervalMs: 0,
    callTimeoutMs: 1_000,
    ...options,
  });
  opened.push(connection);
  return connection;
}

const failure = (attempt: Promise<unknown>) => attempt.then(() => undefined).catch((error: unknown) => error);

describe('a call that fails after it was written', () => {
  it.each([
    ['the server hangs up', 'hang-up', JmxErrorCode.ConnectionClosed],
    ['no answer comes in time', 'silence', JmxErrorCode.CallTimeout],
    ['the answer is garbage', { raw: Buffer.from('HTTP/1.1 400') }, JmxErrorCode.DecodeFailed],
    [
      'bytes follow the answer',
      { raw: Buffer.from('51aced0005770f01000000000000000000000000000070ff', 'hex') },
      JmxErrorCode.DecodeFailed,
    ],
  ] as const)('because %s is never sent again', async (_, answer, code) => {
    const server = await fake({ answer: ({ method }) => (method === 'invoke' ? answer : undefined) });
    const connection = await connect(server, { callTimeoutMs: 100 });
    expect(await failure(connection.invoke(NAME, 'op'))).toMatchObject({ code, requestSent: true, retryable: false });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(server.callsOf('invoke')).toHaveLength(1);
    expect(await connection.isRegistered(NAME)).toBe(true);
  });

  it('because the server could not serialize the result says which class', async () => {
    const raw = abortedReply('a.b.Unserializable');
    const server = await fake({ answer: ({ method }) => (method === 'invoke' ? { raw } : undefined) });
    const connection = await connect(server);
    expect(await failure(connection.invoke(NAME, 'op'))).toMatchObject({
      code: JmxErrorCode.NotSerializable,
      unserializableClass: 'a.b.Unserializable',
    });
  });
});

describe('the sockets of a connection', () => {
  it('are reused, one for calls one after the other', async () => {
    const server = await fake();
    const connection = await connect(server);
    for (let count = 0; count < 20; count++) await connection.isRegistered(NAME);
    expect(server.acceptedSockets).toBe(1);
  });

  it('are asked whether they live when they have been idle, and replaced when not', async () => {
    const server = await fake();
    const connection = await connect(server);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await connection.isRegistered(NAME);
    expect(server.pings).toBe(1);
    server.dropSockets();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await connection.isRegistered(NAME)).toBe(true);
    expect(server.callsOf('isRegistered')).toHaveLength(2);
  });

  it('are not used again after an exception of RMI itself, but are after one of the MBean', async () => {
    let exception = 'java.lang.IllegalStateException';
    const server = await fake({ answer: ({ method }) => (method === 'invoke' ? { exception } : undefined) });
    const connection = await connect(server);
    await failure(connection.invoke(NAME, 'op'));
    await connection.isRegistered(NAME);
    expect(server.acceptedSockets).toBe(1);
    exception = 'java.rmi.ServerException';
    await failure(connection.invoke(NAME, 'op'));
    await connection.isRegistered(NAME);
    expect(server.acceptedSockets).toBe(2);
  });

  it('are waited for in vain only until the call times out', async () => {
    const server = await fake({ answer: ({ method }) => (method === 'invoke' ? 'silence' : undefined) });
    const connection = await connect(server, { maxSockets: 1 });
    const first = failure(connection.invoke(NAME, 'op', [], [], { timeoutMs: 400 }));
    expect(await failure(connection.isRegistered(NAME, { timeoutMs: 50 }))).toMatchObject({
      code: JmxErrorCode.CallTimeout,
      requestSent: false,
      retryable: true,
    });
    expect(await first).toMatchObject({ requestSent: true });
    expect(await connection.isRegistered(NAME)).toBe(true);
  });
});

describe('a prepared invocation', () => {
  const prepared = async (server: FakeJmxServer) => {
    const connection = await connect(server);
    return { connection, call: await connection.prepareInvoke(NAME, 'op', [1], ['int']) };
  };

  it('has been written to the socket when send returns', async () => {
    const { call } = await prepared(await fake());
    const write = jest.spyOn(Socket.prototype, 'write');
    const answer = call.send();
    expect(write).toHaveBeenCalledTimes(1);
    expect((write.mock.calls[0]?.[0] as unknown as Buffer)[0]).toBe(0x50);
    write.mockRestore();
    expect(await answer).toBeNull();
  });

  it('writes nothing before it is sent', async () => {
    const server = await fake();
    const { call } = await prepared(server);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.callsOf('invoke')).toEqual([]);
    call.release();
  });

  it('throws at once, and reaches no other socket, when its socket has died', async () => {
    const server = await fake();
    const { connection, call } = await prepared(server);
    server.dropSockets();
    await until(() => server.sockets.size === 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(() => call.send()).toThrow(
      expect.objectContaining({ code: JmxErrorCode.ConnectionClosed, requestSent: false, retryable: true }),
    );
    expect(await connection.isRegistered(NAME)).toBe(true);
    expect(server.callsOf('invoke')).toEqual([]);
  });

  it('throws at once when the signal fired before', async () => {
    const { call } = await prepared(await fake());
    expect(() => call.send({ signal: AbortSignal.abort() })).toThrow(
      expect.objectContaining({ code: JmxErrorCode.Aborted, requestSent: false }),
    );
  });

  it('throws at once when the connection was closed or lost', async () => {
    const { connection, call } = await prepared(await fake());
    await connection.close();
    expect(() => call.send()).toThrow(expect.objectContaining({ code: JmxErrorCode.ConnectionClosed }));
  });

  it('is made on a socket that answered a ping', async () => {
    const server = await fake();
    const connection = await connect(server);
    await new Promise((resolve) => setTimeout(resolve, 80));
    (await connection.prepareInvoke(NAME, 'op')).release();
    expect(server.pings).toBe(1);
  });

  it('keeps its place when many calls wait, and frees it when released', async () => {
    const server = await fake();
    const connection = await connect(server, { maxSockets: 1 });
    const call = await connection.prepareInvoke(NAME, 'op');
    const waiting = connection.isRegistered(NAME);
    call.release();
    call.release();
    expect(await waiting).toBe(true);
  });
});

describe('the end of a connection', () => {
  it('is announced once when the server does not know it any more', async () => {
    const server = await fake({
      answer: ({ method }) => (method === 'isRegistered' ? { exception: 'java.rmi.NoSuchObjectException' } : undefined),
    });
    const connection = await connect(server);
    const reasons: unknown[] = [];
    connection.on('close', (reason) => reasons.push(reason));
    const gone = { code: JmxErrorCode.ConnectorGone, requestSent: false, retryable: true };
    expect(await failure(connection.isRegistered(NAME))).toMatchObject(gone);
    expect(await failure(connection.getDomains())).toMatchObject(gone);
    await connection.close();
    expect(reasons).toEqual([{ lost: true, error: expect.objectContaining({ code: JmxErrorCode.ConnectorGone }) }]);
  });

  it('is noticed when the server disappears although no call is made', async () => {
    const server = await fake();
    const connection = await connect(server);
    const lost = new Promise((resolve) => connection.on('close', resolve));
    await server.stop();
    expect(await lost).toMatchObject({ lost: true });
    expect(connection.isOpen).toBe(false);
  });

  it('is noticed by the heartbeat when the server falls silent', async () => {
    let isSilent = false;
    const server = await fake({ answer: () => (isSilent ? 'silence' : undefined) });
    const connection = await connect(server, { heartbeatIntervalMs: 50, callTimeoutMs: 100 });
    const lost = new Promise((resolve) => connection.on('close', resolve));
    isSilent = true;
    expect(await lost).toMatchObject({ lost: true, error: { code: JmxErrorCode.CallTimeout } });
  });

  it('does not come from a heartbeat that is denied, nor from one that is slow once', async () => {
    let heartbeats = 0;
    const server = await fake({
      answer: ({ method }) => {
        if (method !== 'getDefaultDomain') return undefined;
        return ++heartbeats === 1 ? 'silence' : { exception: 'java.lang.SecurityException', message: 'Access Denied' };
      },
    });
    const connection = await connect(server, { heartbeatIntervalMs: 30, callTimeoutMs: 60 });
    await until(() => heartbeats >= 4);
    expect(connection.isOpen).toBe(true);
  });

  it('fails the calls in flight', async () => {
    const server = await fake({ answer: ({ method }) => (method === 'invoke' ? 'silence' : undefined) });
    const connection = await connect(server);
    const pending = failure(connection.invoke(NAME, 'op'));
    await until(() => server.callsOf('invoke').length === 1);
    await connection.close();
    expect(await pending).toMatchObject({ code: JmxErrorCode.ConnectionClosed, requestSent: true });
  });

  it('tells the server', async () => {
    const server = await fake();
    await (await connect(server)).close();
    expect(server.callsOf('close')).toHaveLength(1);
  });
});

describe('connecting', () => {
  const attempt = (port: number, options: JmxConnectOptions = {}) =>
    failure(JmxConnection.connect({ host: '127.0.0.1', port, connectTimeoutMs: 300, ...options }));

  it.each([
    ['hangs up', Buffer.alloc(0), /during the RMI handshake/],
    ['speaks another protocol', Buffer.from('HTTP/1.1 400'), /does not speak RMI/],
    ['answers with a TLS alert', Buffer.from('15030100020250', 'hex'), /speaks TLS; set the tls option/],
    ['refuses the protocol', Buffer.from([0x4f]), /does not speak RMI/],
  ])('to a server that %s says so', async (_, greeting, message) => {
    const server = await fake({ greeting });
    expect(await attempt(server.port)).toMatchObject({
      code: JmxErrorCode.WrongProtocol,
      message: expect.stringMatching(message),
      retryable: false,
    });
  });

  it('to a server that never answers times out', async () => {
    const server = await fake({ answer: () => 'silence' });
    expect(await attempt(server.port)).toMatchObject({ code: JmxErrorCode.ConnectTimeout, retryable: true });
  });

  it('to nobody is refused', async () => {
    const server = await fake();
    const { port } = server;
    await server.stop();
    expect(await attempt(port)).toMatchObject({ code: JmxErrorCode.ConnectRefused, endpoint: { port } });
  });

  it('to a host that does not exist fails', async () => {
    const options = { host: 'no-such-host.invalid', connectTimeoutMs: 10_000 };
    expect(await attempt(1, options)).toMatchObject({ code: JmxErrorCode.ConnectFailed });
  });

  it('stops when the signal fires, before or during', async () => {
    const server = await fake({ answer: () => 'silence' });
    const during = { signal: AbortSignal.timeout(30), connectTimeoutMs: 5_000 };
    expect(await attempt(server.port, { signal: AbortSignal.abort() })).toMatchObject({ code: JmxErrorCode.Aborted });
    expect(await attempt(server.port, during)).toMatchObject({ code: JmxErrorCode.Aborted });
    await until(() => server.sockets.size === 0);
  });

  it('keeps no socket when the login fails', async () => {
    const server = await fake({
      answer: ({ method }) =>
        method === 'newClient' ? { exception: 'java.lang.SecurityException', message: 'no' } : undefined,
    });
    expect(await attempt(server.port)).toMatchObject({ code: JmxErrorCode.AuthenticationFailed });
    await until(() => server.sockets.size === 0);
  });

  it('sends the credentials as two strings', async () => {
    const server = await fake();
    await connect(server, { username: 'u', password: 'p' });
    expect(server.callsOf('newClient')[0]?.args).toEqual([['u', 'p']]);
  });

  it('uses the host it was given, whatever the server advertises', async () => {
    const server = await fake();
    const connection = await connect(server, { host: 'localhost' });
    expect(await connection.isRegistered(NAME)).toBe(true);
  });
});
