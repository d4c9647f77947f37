import { JmxOptionsError } from '../errors.js';
import { type JmxConnectOptions, toConnectSettings } from './connect-options.js';
import { parseServiceUrl } from './service-url.js';

describe('connect options', () => {
  it('need no more than a port', () => {
    expect(toConnectSettings({ port: 7199 })).toMatchObject({
      registry: { host: 'localhost', port: 7199, registryName: 'jmxrmi' },
      credentials: null,
      rmiHost: 'localhost',
      rmiPort: null,
      tls: null,
      callTimeoutMs: 60_000,
      heartbeatIntervalMs: 30_000,
    });
  });

  it('report all mistakes at once, by name', () => {
    const options = {
      port: 0,
      host: '',
      username: 'someone',
      callTimeoutMs: -1,
      heartbeatIntervalMs: 2 ** 31,
      maxSockets: 1.5,
      longs: 'text',
      limits: { maxDepth: 0, maxWidth: 1 },
      rmiHost: '',
      tls: 'yes',
    } as unknown as JmxConnectOptions;
    expect(() => toConnectSettings(options)).toThrow(JmxOptionsError);
    try {
      toConnectSettings(options);
    } catch (error) {
      expect((error as JmxOptionsError).problems.map((problem) => problem.split(' ')[0])).toEqual([
        'host',
        'port',
        'username',
        'callTimeoutMs',
        'heartbeatIntervalMs',
        'maxSockets',
        'limits.maxDepth',
        'limits.maxWidth',
        'longs',
        'rmiHost',
        'tls',
      ]);
    }
  });

  it('refuse what does not exist, also inside tls', () => {
    const options = { port: 1, callTimeout: 5, tls: { rejectUnauthorised: true } } as unknown as JmxConnectOptions;
    expect(() => toConnectSettings(options)).toThrow(
      /callTimeout does not exist; tls\.rejectUnauthorised does not exist/,
    );
  });

  it('never repeat a secret in a complaint', () => {
    const options = { port: -1, password: 's3cr3t' };
    expect(() => toConnectSettings(options)).toThrow(expect.not.stringContaining('s3cr3t'));
  });

  it('take a URL instead of host and port, but not both', () => {
    const url = 'service:jmx:rmi:///jndi/rmi://db1:7199/jmxrmi';
    expect(toConnectSettings({ url }).registry).toEqual({ host: 'db1', port: 7199, registryName: 'jmxrmi' });
    expect(() => toConnectSettings({ url, port: 1 })).toThrow(/either url or host and port/);
  });

  it('leave the host of the connector to the server only when told so', () => {
    expect(toConnectSettings({ port: 1, useAdvertisedHost: true }).rmiHost).toBeNull();
    expect(toConnectSettings({ port: 1, rmiHost: 'other' }).rmiHost).toBe('other');
    expect(() => toConnectSettings({ port: 1, rmiHost: 'other', useAdvertisedHost: true })).toThrow(/either rmiHost/);
  });
});

describe('service URLs', () => {
  it.each([
    ['service:jmx:rmi:///jndi/rmi://127.0.0.1:7199/jmxrmi', { host: '127.0.0.1', port: 7199, registryName: 'jmxrmi' }],
    ['service:jmx:rmi:///jndi/rmi://db/jmxrmi', { host: 'db', port: 1099, registryName: 'jmxrmi' }],
    ['service:jmx:rmi:///jndi/rmi://:7199/x', { host: 'localhost', port: 7199, registryName: 'x' }],
    ['service:jmx:rmi:///jndi/rmi://[::1]:7199/jmxrmi', { host: '::1', port: 7199, registryName: 'jmxrmi' }],
    ['service:jmx:rmi://db:9999/jndi/rmi://db:7199/jmxrmi', { host: 'db', port: 7199, registryName: 'jmxrmi' }],
  ])('%s is understood', (url, address) => {
    expect(parseServiceUrl(url)).toEqual(address);
  });

  it.each([
    '',
    'localhost:7199',
    'http://localhost:7199/jmxrmi',
    'service:jmx:rmi:///stub/rO0AB',
    'service:jmx:jmxmp://localhost:7199',
    'service:jmx:rmi:///jndi/rmi://db:70000/jmxrmi',
    'service:jmx:rmi:///jndi/rmi://db:0/jmxrmi',
    'service:jmx:rmi:///jndi/rmi://db:7199',
    'service:jmx:rmi:///jndi/ldap://db:7199/jmxrmi',
  ])('%j is refused', (url) => {
    expect(parseServiceUrl(url)).toBeNull();
  });
});
