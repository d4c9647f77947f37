import { NodeUnreachableError } from '@reaper-sidecar/repair-core';
import { FakeCassandra } from '../testing/fake-cassandra.js';
import { connectionClosed, connectRefused, remoteError } from '../testing/jmx-errors.js';
import { testConnection } from '../testing/test-connection.js';
import { type CassandraMBeans } from '../mbeans/cassandra-mbeans.js';
import { type NotificationListener } from './node-connection.js';

const release = async ({ release }: CassandraMBeans) => release.text;

class RecordingListener implements NotificationListener {
  readonly heard: unknown[] = [];
  readonly notification = ({ message }: { message: string | null }) => void this.heard.push(message);
  readonly missed = () => void this.heard.push('MISSED');
}

function note(message: string) {
  return { type: 'progress', source: 'repair:1', message, userData: new Map() };
}

describe('NodeConnection', () => {
  it('connects with the first use and keeps that connection', async () => {
    const node = new FakeCassandra();
    const { connection } = testConnection(node);
    expect(connection.state).toEqual({ state: 'idle' });
    expect(await Promise.all([connection.use(release), connection.use(release)])).toEqual(['5.0.9', '5.0.9']);
    expect(await connection.use(release)).toBe('5.0.9');
    expect(node.connects).toBe(1);
    expect(connection.state).toMatchObject({ state: 'connected', releaseVersion: '5.0.9' });
  });

  it('tells why it cannot connect, and does not try again within the delay', async () => {
    const node = new FakeCassandra();
    const { connection, time } = testConnection(node);
    node.refusals = [connectRefused()];
    const failure: NodeUnreachableError = await connection.use(release).then(
      () => fail('connected'),
      (error) => error,
    );
    expect(failure).toBeInstanceOf(NodeUnreachableError);
    expect(failure.details).toEqual({ reason: 'CONNECTION_REFUSED', host: '127.0.0.1', port: 7199 });
    expect(connection.state).toMatchObject({ state: 'unreachable', reason: 'CONNECTION_REFUSED', failures: 1 });
    await time.advance(249);
    await expect(connection.use(release)).rejects.toBe(failure);
    expect(node.connects).toBe(1);
    await time.advance(1);
    expect(await connection.use(release)).toBe('5.0.9');
  });

  it('waits longer after each failure, up to the longest delay', async () => {
    const node = new FakeCassandra();
    const { connection, time } = testConnection(node);
    node.refusals = Array.from({ length: 100 }, connectRefused);
    connection.listen(new RecordingListener());
    await time.advance(250 + 500 + 1_000 + 2_000 + 4_000);
    expect(node.connects).toBe(6);
    await time.advance(15_000);
    expect(node.connects).toBe(9);
    await connection.close();
  });

  it('connects by itself while somebody listens, and passes notifications on', async () => {
    const node = new FakeCassandra();
    const { connection, time } = testConnection(node);
    const listener = new RecordingListener();
    connection.listen(listener);
    await time.settle();
    node.notify(note('one'));
    expect(listener.heard).toEqual(['one']);
  });

  it('connects again at once when the connection was lost, and says that something may have been missed', async () => {
    const node = new FakeCassandra();
    const { connection, time } = testConnection(node);
    const listener = new RecordingListener();
    connection.listen(listener);
    await time.advance(1_000);
    node.crash();
    expect(connection.state).toMatchObject({ state: 'unreachable', reason: 'CONNECTION_LOST' });
    await time.settle();
    node.notify(note('two'));
    expect(listener.heard).toEqual(['MISSED', 'two']);
    expect(node.connections).toBe(1);
  });

  it('does not hammer a node that drops every new connection', async () => {
    const node = new FakeCassandra();
    const { connection, time } = testConnection(node);
    connection.listen(new RecordingListener());
    for (let passed = 0; passed < 1_000; passed += 50) {
      await time.advance(50);
      node.crash();
    }
    expect(node.connects).toBeLessThanOrEqual(5);
    await connection.close();
  });

  it('keeps the reason and its beginning while it tries again, and logs it once', async () => {
    const node = new FakeCassandra();
    const { connection, time, log } = testConnection(node);
    node.refusals = Array.from({ length: 3 }, connectRefused);
    connection.listen(new RecordingListener());
    await time.settle();
    const { state: began } = connection;
    await time.advance(600);
    expect(connection.state).toEqual({ ...began, failures: 2 });
    await time.advance(5_000);
    expect(log.lines).toEqual(['warn JMX unreachable', 'info JMX connected']);
  });

  it('says that the server dropped notifications', async () => {
    const node = new FakeCassandra();
    const { connection, time } = testConnection(node);
    const listener = new RecordingListener();
    connection.listen(listener);
    await time.settle();
    node.dropNotifications();
    expect(listener.heard).toEqual(['MISSED']);
  });

  it('goes on when a listener fails, and forgets one that was removed', async () => {
    const node = new FakeCassandra();
    const { connection, time, log } = testConnection(node);
    const broken: NotificationListener = {
      notification: () => {
        throw new Error('broken');
      },
      missed: () => undefined,
    };
    const removed = new RecordingListener();
    const listener = new RecordingListener();
    connection.listen(broken);
    const remove = connection.listen(removed);
    connection.listen(listener);
    await time.settle();
    remove();
    node.notify(note('three'));
    expect(listener.heard).toEqual(['three']);
    expect(removed.heard).toEqual([]);
    expect(log.lines).toContain('error JMX listener failed');
  });

  it('keeps the connection when one call fails', async () => {
    const node = new FakeCassandra();
    const { connection } = testConnection(node);
    await expect(connection.use(() => Promise.reject(connectionClosed()))).rejects.toThrow(NodeUnreachableError);
    expect(await connection.use(release)).toBe('5.0.9');
    expect(node.connects).toBe(1);
  });

  it('says that the node is starting while its MBeans are missing, and leaves no connection behind', async () => {
    const node = new FakeCassandra();
    node.attributes.clear();
    const { connection } = testConnection(node);
    await expect(connection.use(release)).rejects.toThrow('wait until Cassandra has started');
    expect(connection.state).toMatchObject({ reason: 'NODE_STARTING' });
    expect(node.connections).toBe(0);
  });

  it('notices another release after a restart', async () => {
    const node = new FakeCassandra('4.1.10');
    const { connection, time } = testConnection(node);
    expect(await connection.use(release)).toBe('4.1.10');
    await time.advance(1_000);
    node.crash();
    node.set('org.apache.cassandra.db:type=StorageService', { ReleaseVersion: '5.0.9' });
    expect(await connection.use(release)).toBe('5.0.9');
  });

  it('treats a mistake while connecting like a node that cannot be reached', async () => {
    const node = new FakeCassandra();
    const { connection, time } = testConnection(node);
    node.refusals = [new TypeError('oops')];
    await expect(connection.use(release)).rejects.toThrow('TypeError: oops');
    await time.advance(250);
    expect(await connection.use(release)).toBe('5.0.9');
  });

  it('lets mistakes of the work itself pass as they are', async () => {
    const { connection } = testConnection(new FakeCassandra());
    const mistake = new TypeError('oops');
    await expect(connection.use(() => Promise.reject(mistake))).rejects.toBe(mistake);
  });

  it('makes exceptions of the node a NodeUnreachableError', async () => {
    const { connection } = testConnection(new FakeCassandra());
    const denied = remoteError('java.lang.SecurityException', 'Access Denied');
    await expect(connection.use(() => Promise.reject(denied))).rejects.toMatchObject({
      code: 'NODE_UNREACHABLE',
      details: { reason: 'ACCESS_DENIED' },
    });
  });

  it('refuses use after it was closed, also when it was closed while connecting', async () => {
    const node = new FakeCassandra();
    const { connection, time } = testConnection(node);
    const use = connection.use(release);
    const closed = connection.close();
    await expect(use).rejects.toMatchObject({ details: { reason: 'CLOSED' } });
    await closed;
    await expect(connection.use(release)).rejects.toMatchObject({ details: { reason: 'CLOSED' } });
    await time.advance(10_000);
    expect(node.connections).toBe(0);
    expect(connection.state).toEqual({ state: 'closed' });
  });

  it('closes an open connection once', async () => {
    const node = new FakeCassandra();
    const { connection, time } = testConnection(node);
    connection.listen(new RecordingListener());
    await time.settle();
    await Promise.all([connection.close(), connection.close()]);
    await time.advance(10_000);
    expect(node.connections).toBe(0);
    expect(node.connects).toBe(1);
  });
});
