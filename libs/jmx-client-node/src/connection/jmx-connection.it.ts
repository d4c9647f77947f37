import { JmxConnection, JmxErrorCode, type JmxRemoteError, java } from '../index.js';
import { type JavaServer, JavaTestServers } from '../testing/java-server.js';

const EMITTER = 'test:type=Emitter';
let servers: JavaTestServers;
let server: JavaServer;
let connection: JmxConnection;

beforeAll(async () => {
  servers = await JavaTestServers.compile();
  server = await servers.start();
  connection = await JmxConnection.connect({ host: '127.0.0.1', port: server.port });
});

afterAll(async () => {
  await connection?.close();
  await servers?.dispose();
});

describe('calls to a real MBean server', () => {
  it('reads attributes, one or several, and leaves out those that do not exist', async () => {
    expect(await connection.getAttribute('java.lang:type=Runtime', 'VmName')).toMatch(/VM/);
    expect(await connection.getAttribute<bigint>(EMITTER, 'Limit')).toBe(10n);
    expect([...(await connection.getAttributes(EMITTER, ['Count', 'Nope', 'Name']))]).toEqual([
      ['Count', 7],
      ['Name', 'emitter'],
    ]);
  });

  it('writes attributes in the type the MBean declares', async () => {
    await connection.setAttribute(EMITTER, 'Limit', 42);
    expect(await connection.getAttribute(EMITTER, 'Limit')).toBe(42n);
    expect([...(await connection.setAttributes(EMITTER, { Name: 'renamed', Limit: 10n }))]).toEqual([
      ['Name', 'renamed'],
      ['Limit', 10n],
    ]);
    await connection.setAttribute(EMITTER, 'Name', 'emitter');
  });

  it('invokes operations with parameters of every supported kind', async () => {
    expect(await connection.invoke(EMITTER, 'add', [2, 3], ['int', 'int'])).toBe(5);
    const text = await connection.invoke(
      EMITTER,
      'describeAll',
      [['a', null], ['x'], { k: 'v' }, [1, 2], true, 5n, 0.5],
      ['[Ljava.lang.String;', 'java.util.List', 'java.util.Map', '[I', 'boolean', 'java.lang.Long', 'double'],
    );
    expect(text).toBe(
      '[a, null]|java.util.ArrayList[java.lang.String:x;]|java.util.HashMap{java.lang.String:k=java.lang.String:v;}|[1, 2]|true|5|0.5',
    );
  });

  it.each([
    ['a string beyond the BMP', 'a\0é€😀', 'java.lang.String:a\0é€😀'],
    ['a bigint', 5n, 'java.lang.Long:5'],
    ['a fraction', 1.5, 'java.lang.Double:1.5'],
    ['a Set', new Set(['a']), 'java.util.HashSet[java.lang.String:a;]'],
    [
      'nested collections',
      new Map([['k', [1]]]),
      'java.util.HashMap{java.lang.String:k=java.util.ArrayList[java.lang.Integer:1;];}',
    ],
    [
      'an explicit UUID',
      java.uuid('01234567-89ab-cdef-fedc-ba9876543210'),
      'java.util.UUID:01234567-89ab-cdef-fedc-ba9876543210',
    ],
    [
      'an explicit enum',
      java.enum('java.util.concurrent.TimeUnit', 'SECONDS'),
      'java.util.concurrent.TimeUnit:SECONDS',
    ],
    ['an explicit short', java.short(-3), 'java.lang.Short:-3'],
    ['a long[]', java.longs([1n, -1n]), '[J[java.lang.Long:1;java.lang.Long:-1;]'],
    ['a linked map', java.linkedMap([['k', null]]), 'java.util.LinkedHashMap{java.lang.String:k=null;}'],
    ['List.of', java.listOf(['a']), 'java.util.ImmutableCollections$List12[java.lang.String:a;]'],
    ['a string of 70,000 characters', 'z'.repeat(70_000), `java.lang.String:${'z'.repeat(70_000)}`],
  ])('sends %s so that Java reads it', async (_, value, described) => {
    expect(await connection.invoke(EMITTER, 'describe', [value], ['java.lang.Object'])).toBe(described);
  });

  it('reads large results', async () => {
    const bytes = await connection.invoke<Buffer>(EMITTER, 'bytes', [3_000_000], ['int']);
    expect(bytes.length).toBe(3_000_000);
    expect(bytes[2_999_999]).toBe(2_999_999 & 0xff);
    expect(await connection.invoke(EMITTER, 'text', [200_000], ['int'])).toBe('x'.repeat(200_000));
  });

  it('answers void operations with null', async () => {
    expect(await connection.invoke(EMITTER, 'emit', [0], ['int'])).toBeNull();
  });

  it('reads open types as plain objects and rows', async () => {
    expect(await connection.getAttribute('test:type=Stats', 'Point')).toEqual({ x: 1, y: 2n, label: 'p' });
    expect(await connection.getAttribute('test:type=Stats', 'Points')).toEqual([
      { x: 1, y: 2n, label: 'p' },
      { x: 3, y: 4n, label: null },
    ]);
    expect(await connection.getAttribute('test:type=Stats', 'PointMap')).toEqual([
      { key: 'one', value: { x: 1, y: 1n, label: 'o' } },
      { key: 'two', value: { x: 2, y: 2n, label: 't' } },
    ]);
    expect(await connection.getAttribute('test:type=Stats', 'State')).toBe('BLOCKED');
  });

  it('queries names and MBeans, and asks about single ones', async () => {
    const names = (await connection.queryNames('test:*')).map(String).sort();
    expect(names).toEqual(['test:type=Emitter', 'test:type=Stats']);
    const [only] = await connection.queryMBeans('test:*', java.isInstanceOf('testserver.Emitter'));
    expect(only).toMatchObject({ className: 'testserver.Emitter' });
    expect(await connection.isRegistered(EMITTER)).toBe(true);
    expect(await connection.isRegistered('no:such=bean')).toBe(false);
    expect(await connection.isInstanceOf(EMITTER, 'testserver.EmitterMBean')).toBe(true);
    expect((await connection.getObjectInstance(EMITTER)).className).toBe('testserver.Emitter');
    expect(await connection.getMBeanCount()).toBeGreaterThan(10);
    expect(await connection.getDomains()).toEqual(expect.arrayContaining(['test', 'java.lang']));
    expect(await connection.getDefaultDomain()).toBe('DefaultDomain');
  });

  it('describes an MBean', async () => {
    const info = await connection.getMBeanInfo(EMITTER);
    expect(info.className).toBe('testserver.Emitter');
    expect(info.attributes).toContainEqual(
      expect.objectContaining({ name: 'Limit', type: 'long', readable: true, writable: true, isIs: false }),
    );
    const add = info.operations.find(({ name }) => name === 'add');
    expect(add).toMatchObject({ returnType: 'int', impact: 'unknown' });
    expect(add?.parameters.map(({ type }) => type)).toEqual(['int', 'int']);
    expect(info.notifications[0]?.types).toEqual(['test.tick', 'test.rich']);
  });

  it('creates and unregisters MBeans', async () => {
    const made = await connection.createMBean('testserver.Stats', 'test:type=Made');
    expect(String(made.objectName)).toBe('test:type=Made');
    await connection.unregisterMBean('test:type=Made');
    expect(await connection.isRegistered('test:type=Made')).toBe(false);
  });
});

describe('exceptions of the server', () => {
  const fail = async (kind: string) =>
    (await connection.invoke(EMITTER, 'fail', [kind], ['java.lang.String']).catch((e: unknown) => e)) as JmxRemoteError;

  it.each([
    ['unchecked', 'java.lang.IllegalArgumentException', 'bad arg', 'javax.management.RuntimeMBeanException'],
    ['checked', 'java.lang.Exception', 'checked', 'javax.management.MBeanException'],
    ['custom', 'testserver.Emitter$CustomException', 'custom', 'javax.management.MBeanException'],
    ['error', 'java.lang.AssertionError', 'assertion', 'javax.management.RuntimeErrorException'],
    ['no message', 'java.lang.IllegalStateException', null, 'javax.management.RuntimeMBeanException'],
  ])('%s arrives as what the MBean threw', async (kind, javaClass, javaMessage, wrapper) => {
    const error = await fail(kind);
    expect(error).toMatchObject({ code: JmxErrorCode.RemoteException, javaClass, javaMessage, wrappers: [wrapper] });
    expect(error.remoteStack[0]).toMatch(/testserver\.Emitter\.fail\(Emitter\.java:\d+\)/);
  });

  it('carries causes and suppressed exceptions', async () => {
    const error = await fail('checked');
    expect(error.cause).toMatchObject({ javaClass: 'java.io.IOException', javaMessage: 'inner' });
    expect(error.throwable.unwrap().target.suppressed.map(String)).toEqual(['java.lang.RuntimeException: suppressed']);
    expect(error.is('java.io.IOException')).toBe(true);
  });

  it('reports a SecurityException as access denied', async () => {
    expect(await fail('security')).toMatchObject({ code: JmxErrorCode.AccessDenied });
  });

  it.each(['unserializable', 'unserializableNested'])(
    'reports the result of %s as not serializable',
    async (operation) => {
      await expect(connection.invoke(EMITTER, operation)).rejects.toMatchObject({
        code: JmxErrorCode.NotSerializable,
        unserializableClass: 'testserver.Emitter$Unserializable',
        requestSent: true,
      });
      expect(await connection.invoke(EMITTER, 'echo', ['still there'], ['java.lang.String'])).toBe('still there');
    },
  );

  it('reports an exception with an unserializable field', async () => {
    expect(await fail('unserializable')).toMatchObject({ code: JmxErrorCode.NotSerializable });
  });

  it('tells a missing MBean, attribute and operation apart', async () => {
    await expect(connection.getAttribute('no:such=bean', 'X')).rejects.toMatchObject({
      javaClass: 'javax.management.InstanceNotFoundException',
    });
    await expect(connection.getAttribute(EMITTER, 'Nope')).rejects.toMatchObject({
      javaClass: 'javax.management.AttributeNotFoundException',
    });
    await expect(connection.invoke(EMITTER, 'nope')).rejects.toMatchObject({
      javaClass: 'java.lang.NoSuchMethodException',
      wrappers: ['javax.management.ReflectionException'],
    });
  });
});

describe('many calls', () => {
  it('runs calls in parallel, each on a socket of its own', async () => {
    const started = performance.now();
    await Promise.all(Array.from({ length: 8 }, () => connection.invoke(EMITTER, 'sleep', [400], ['long'])));
    expect(performance.now() - started).toBeLessThan(1_600);
  });

  it('lets calls beyond maxSockets wait their turn', async () => {
    const narrow = await JmxConnection.connect({ host: '127.0.0.1', port: server.port, maxSockets: 1 });
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => narrow.invoke(EMITTER, 'add', [index, 1], ['int', 'int'])),
    );
    expect(results).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    await narrow.close();
  });

  it('gives up waiting for an answer and uses another socket afterwards', async () => {
    await expect(connection.invoke(EMITTER, 'sleep', [2_000], ['long'], { timeoutMs: 100 })).rejects.toMatchObject({
      code: JmxErrorCode.CallTimeout,
      requestSent: true,
      retryable: false,
    });
    expect(await connection.invoke(EMITTER, 'echo', ['next'], ['java.lang.String'])).toBe('next');
  });

  it('stops waiting when the signal fires', async () => {
    const signal = AbortSignal.timeout(100);
    await expect(connection.invoke(EMITTER, 'sleep', [2_000], ['long'], { signal })).rejects.toMatchObject({
      code: JmxErrorCode.Aborted,
    });
  });
});

describe('a prepared invocation', () => {
  it('is sent once, and only once', async () => {
    const call = await connection.prepareInvoke<number>(EMITTER, 'countCalls', ['once'], ['java.lang.String']);
    expect(await call.send()).toBe(1);
    expect(() => call.send()).toThrow(expect.objectContaining({ code: JmxErrorCode.ConnectionClosed }));
    call.release();
    expect(await connection.invoke(EMITTER, 'countCalls', ['once'], ['java.lang.String'])).toBe(2);
  });

  it('can be released unused', async () => {
    const narrow = await JmxConnection.connect({ host: '127.0.0.1', port: server.port, maxSockets: 1 });
    (await narrow.prepareInvoke(EMITTER, 'echo', ['x'], ['java.lang.String'])).release();
    expect(await narrow.invoke(EMITTER, 'echo', ['y'], ['java.lang.String'])).toBe('y');
    await narrow.close();
  });
});

describe('the life of a connection', () => {
  it('connects by service URL', async () => {
    const other = await JmxConnection.connect(`service:jmx:rmi:///jndi/rmi://127.0.0.1:${server.port}/jmxrmi`);
    expect(await other.isRegistered(EMITTER)).toBe(true);
    await other.close();
  });

  it('refuses calls after close, which may be repeated', async () => {
    const other = await JmxConnection.connect({ host: '127.0.0.1', port: server.port });
    const reasons: unknown[] = [];
    other.on('close', (reason) => reasons.push(reason));
    const call = await other.prepareInvoke(EMITTER, 'echo', ['x'], ['java.lang.String']);
    await Promise.all([other.close(), other.close()]);
    expect(reasons).toEqual([{ lost: false, error: null }]);
    expect(() => call.send()).toThrow(expect.objectContaining({ code: JmxErrorCode.ConnectionClosed }));
    await expect(other.isRegistered(EMITTER)).rejects.toMatchObject({
      code: JmxErrorCode.ConnectionClosed,
      requestSent: false,
    });
  });

  it('notices at once when the server dies, and works again with a new connection after a restart', async () => {
    const mortal = await servers.start();
    const other = await JmxConnection.connect({ host: '127.0.0.1', port: mortal.port });
    const lost = new Promise((resolve) => other.on('close', resolve));
    const prepared = await other.prepareInvoke(EMITTER, 'echo', ['x'], ['java.lang.String']);
    const pending = other.invoke(EMITTER, 'sleep', [60_000], ['long']).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await mortal.kill();
    expect(await lost).toMatchObject({ lost: true, error: { code: JmxErrorCode.ConnectRefused } });
    expect(await pending).toMatchObject({ code: JmxErrorCode.ConnectionClosed, requestSent: true, retryable: false });
    expect(() => prepared.send()).toThrow(expect.objectContaining({ requestSent: false }));
    await expect(JmxConnection.connect({ host: '127.0.0.1', port: mortal.port })).rejects.toMatchObject({
      code: JmxErrorCode.ConnectRefused,
      retryable: true,
    });
    await servers.start({ port: mortal.port });
    const again = await JmxConnection.connect({ host: '127.0.0.1', port: mortal.port });
    expect(await again.isRegistered(EMITTER)).toBe(true);
    await again.close();
  });
});
