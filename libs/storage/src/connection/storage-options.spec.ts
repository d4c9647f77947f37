import { RememberingLog } from '../testing/remembering-log.js';
import { type StorageOptions, checkStorageOptions } from './storage-options.js';

const log = new RememberingLog();

describe('storage options', () => {
  it('need nothing but a log', () => {
    expect(checkStorageOptions({ log })).toMatchObject({ host: '127.0.0.1', port: 9042, keyspace: 'reaper_sidecar' });
  });

  it.each<[string, Partial<StorageOptions>]>([
    ['host', { host: 'not a host' }],
    ['host', { host: '' }],
    ['port', { port: 0 }],
    ['port', { port: 65_536 }],
    ['port', { port: 90.5 }],
    ['keyspace', { keyspace: 'Reaper' }],
    ['keyspace', { keyspace: 'a; DROP KEYSPACE b' }],
    ['keyspace', { keyspace: 'x'.repeat(49) }],
    ['requestTimeoutMs', { requestTimeoutMs: 5 }],
    ['connectTimeoutMs', { connectTimeoutMs: Number.NaN }],
    ['credentials', { credentials: { username: 'ada', password: '' } }],
  ])('refuse a wrong %s', (name, wrong) => {
    expect(() => checkStorageOptions({ log, ...wrong })).toThrow(new RegExp(name));
  });

  it('name every mistake at once, and no password', () => {
    const wrong = { log, port: -1, keyspace: 'Q', credentials: { username: '', password: 'hunter2' } };
    expect(() => checkStorageOptions(wrong)).toThrow(/port.*keyspace.*credentials/);
    expect(() => checkStorageOptions(wrong)).not.toThrow(/hunter2/);
  });
});
