import { JmxConnection, type JmxNotification, type MBeanInfo } from './index.js';
import { canonicalValue } from './testing/canonical-value.js';
import { installedJdks } from './testing/installed-jdks.js';
import { attributeKey, type AttributeTexts, JavaAttributeDump } from './testing/java-attribute-dump.js';
import { JavaTestServers } from './testing/java-server.js';
import { until } from './testing/until.js';

const EMITTER = 'test:type=Emitter';

async function readAll(connection: JmxConnection): Promise<AttributeTexts> {
  const texts: AttributeTexts = new Map();
  for (const name of await connection.queryNames()) {
    const info: MBeanInfo = await connection.getMBeanInfo(name);
    const readable = info.attributes.filter((attribute) => attribute.readable).map((attribute) => attribute.name);
    for (const [attribute, value] of await connection.getAttributes(name, readable)) {
      texts.set(attributeKey(name.canonicalName, attribute), canonicalValue(value));
    }
  }
  return texts;
}

describe.each(installedJdks())('a server and a client of $name', (jdk) => {
  let servers: JavaTestServers;
  let connection: JmxConnection;
  let java: JavaAttributeDump;

  beforeAll(async () => {
    servers = await JavaTestServers.compile(jdk);
    const { port } = await servers.start();
    connection = await JmxConnection.connect({ host: '127.0.0.1', port });
    java = await JavaAttributeDump.connect(servers, port, '*:*');
  });

  afterAll(async () => {
    await java?.close();
    await connection?.close();
    await servers?.dispose();
  });

  /** Attributes that stood still for the Java client, and yet were something else for this one. */
  async function differences(): Promise<string[]> {
    const before = await java.read();
    const ours = await readAll(connection);
    const after = await java.read();
    const stable = [...before].filter(([key, text]) => after.get(key) === text);
    expect(stable.length).toBeGreaterThan(100);
    expect([...ours].filter(([, text]) => text.includes('opaque '))).toEqual([]);
    return stable.filter(([key, text]) => ours.get(key) !== text).map(([key]) => key);
  }

  it('read the same as this client, in every attribute of every MBean that stands still', async () => {
    let different = await differences();
    // A gauge may have changed and changed back between the two Java readings, but hardly again.
    if (different.length > 0) {
      const again = await differences();
      different = different.filter((key) => again.includes(key));
    }
    expect(different).toEqual([]);
  });

  it('take calls, sets and failures', async () => {
    expect(await connection.invoke(EMITTER, 'add', [2, 3], ['int', 'int'])).toBe(5);
    await connection.setAttribute(EMITTER, 'Limit', 42);
    expect(await connection.getAttribute(EMITTER, 'Limit')).toBe(42n);
    await expect(connection.invoke(EMITTER, 'fail', ['checked'], ['java.lang.String'])).rejects.toMatchObject({
      javaClass: 'java.lang.Exception',
      cause: { javaClass: 'java.io.IOException' },
    });
    await expect(connection.invoke(EMITTER, 'unserializable')).rejects.toMatchObject({
      code: 'JMX_NOT_SERIALIZABLE',
    });
  });

  it('send notifications, filtered', async () => {
    const received: JmxNotification[] = [];
    await connection.addNotificationListener(EMITTER, (notification) => received.push(notification), {
      filter: { types: ['test.rich'] },
    });
    await connection.invoke(EMITTER, 'emit', [3], ['int']);
    await connection.invoke(EMITTER, 'emitRich');
    await until(() => received.length > 0);
    expect(received).toEqual([expect.objectContaining({ type: 'test.rich', userData: new Map([['type', 1]]) })]);
  });
});
