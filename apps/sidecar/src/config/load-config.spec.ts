import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, type ConfigMistake } from './config-error.js';
import { loadConfig } from './load-config.js';
import { printConfig } from './print-config.js';
import type { Environment } from './read-environment.js';
import { listSettings } from './settings.js';

describe('loadConfig', () => {
  let directory: string;
  beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), 'config-'))));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const file = (text: string, name = 'sidecar.yaml') => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };

  const mistakesOf = (text: string, environment: Environment = {}): readonly ConfigMistake[] => {
    try {
      loadConfig(file(text), environment);
    } catch (error) {
      if (error instanceof ConfigError) return error.mistakes;
      throw error;
    }
    return [];
  };

  it('has a default for everything', () => {
    expect(loadConfig(undefined, {})).toMatchObject({
      http: { address: '127.0.0.1', port: 8080, allowUnauthenticated: false },
      cassandra: { host: '127.0.0.1', port: 9042, keyspace: 'reaper_sidecar' },
      jmx: { host: '127.0.0.1', port: 7199 },
      log: { level: 'info' },
    });
  });

  it('takes the file over the defaults and the environment over the file', () => {
    const path = file('http:\n  port: 9000\njmx:\n  port: 7100\nlog:\n');
    const config = loadConfig(path, { REAPER_JMX_PORT: '7300', HOME: '/root' });
    expect(config.http.port).toBe(9000);
    expect(config.jmx.port).toBe(7300);
  });

  it('finds the file by REAPER_CONFIG, but the command line wins', () => {
    const [a, b] = [file('http: { port: 1001 }', 'a.yaml'), file('http: { port: 1002 }', 'b.yaml')];
    expect(loadConfig(undefined, { REAPER_CONFIG: a }).http.port).toBe(1001);
    expect(loadConfig(b, { REAPER_CONFIG: a }).http.port).toBe(1002);
  });

  it('names every mistake at once, wherever it is', () => {
    const text = 'http:\n  port: 70000\n  colour: red\ncassandra:\n  keyspace: "Big Name"\nspeed:\n  fast: true\n';
    const mistakes = mistakesOf(text, { REAPER_LOG_LEVEL: 'loud', REAPER_HTTP_PROT: '1', REAPER_JMX_PORT: 'x' });
    expect(mistakes.map(({ setting }) => setting).sort()).toEqual(
      ['REAPER_HTTP_PROT', 'cassandra.keyspace', 'http.colour', 'http.port', 'jmx.port', 'log.level', 'speed'].sort(),
    );
  });

  it.each([
    ['an unknown section', 'speed: { fast: true }', 'speed', 'is not a setting'],
    ['an unknown setting', 'http: { prot: 1 }', 'http.prot', 'is not a setting'],
    ['a section without settings', 'http: 8080', 'http', 'section'],
    ['a port as text', 'http: { port: "x" }', 'http.port', 'integer'],
    ['a flag as text', 'http: { allowUnauthenticated: "yes" }', 'http.allowUnauthenticated', 'boolean'],
    ['a URL that is none', 'http: { advertisedUrl: nowhere }', 'http.advertisedUrl', 'URL'],
    ['a base path with an end slash', 'http: { basePath: /reaper/ }', 'http.basePath', 'without an end slash'],
    ['a base path that leads up', 'http: { basePath: /a/../b }', 'http.basePath', 'must be a path'],
    ['a base path of probes', 'http: { basePath: /health/x }', 'http.basePath', 'answers itself'],
    ['no repair per node', 'repair: { maxRepairsPerNode: 0 }', 'repair.maxRepairsPerNode', 'less than 1'],
    ['too many repairs per node', 'repair: { maxRepairsPerNode: 5 }', 'repair.maxRepairsPerNode', 'greater than 4'],
    ['half a stream', 'repair: { maxOtherStreams: 0.5 }', 'repair.maxOtherStreams', 'integer'],
    ['a whole disk', 'repair: { minFreeDiskPercent: 100 }', 'repair.minFreeDiskPercent', 'greater than 99'],
    ['leave as text', 'repair: { allowTerminateAll: "yes" }', 'repair.allowTerminateAll', 'boolean'],
    ['a user without password', 'jmx: { username: u }', 'jmx.password', 'jmx.username is set'],
    ['two passwords', 'jmx: { username: u, password: p, passwordFile: /x }', 'jmx.passwordFile', 'together'],
    ['a missing password file', 'jmx: { username: u, passwordFile: /nowhere }', 'jmx.passwordFile', 'ENOENT'],
    ['a first password without a name', 'bootstrap: { password: p }', 'bootstrap.user', 'is missing'],
    ['an issuer without audience', 'auth: { oidcIssuer: "https://a.example" }', 'auth.oidcIssuer', 'belong together'],
    ['an issuer without TLS', 'auth: { oidcIssuer: "http://a.example", oidcAudience: x }', 'auth.oidcIssuer', 'https:'],
    ['tokens that live for ever', 'auth: { accessTokenMinutes: 600 }', 'auth.accessTokenMinutes', 'greater than 10'],
    [
      'an address that says nothing to others',
      'http: { address: 0.0.0.0, allowUnauthenticated: true }',
      'http.advertisedUrl',
      '0.0.0.0',
    ],
  ])('refuses %s', (_title, text, setting, says) => {
    const mistakes = mistakesOf(text);
    expect(mistakes).toEqual([{ setting, message: expect.stringContaining(says) }]);
  });

  it.each([
    ['broken YAML', 'http: [', 'YAML'],
    ['a list', '- 1', 'map'],
  ])('refuses %s with the name of the file', (_title, text, says) => {
    expect(() => loadConfig(file(text), {})).toThrow(says);
    expect(mistakesOf(text)[0]?.setting).toContain('sidecar.yaml');
  });

  it('refuses a file that cannot be read', () => {
    expect(() => loadConfig(join(directory, 'none.yaml'), {})).toThrow('ENOENT');
  });

  it('leaves alone what Kubernetes puts into the environment', () => {
    const environment = {
      REAPER_SERVICE_HOST: '10.0.0.1',
      REAPER_SERVICE_PORT: '80',
      REAPER_PORT: 'tcp://10.0.0.1:80',
      REAPER_SIDECAR_PORT_8080_TCP_ADDR: '10.0.0.1',
    };
    expect(() => loadConfig(undefined, environment)).not.toThrow();
  });

  it('reads a password from a file without its line end', () => {
    const secret = file('s3cret\n', 'password');
    const config = loadConfig(file(`cassandra: { username: u, passwordFile: "${secret}" }`), {});
    expect(config.cassandra.password).toBe('s3cret');
  });

  it('cannot be changed later', () => {
    const config = loadConfig(undefined, {});
    expect(() => (config.http.port = 1)).toThrow();
  });

  it('knows an environment variable for every setting', () => {
    const variables = listSettings().map(({ variable }) => variable);
    expect(variables).toContain('REAPER_HTTP_ALLOW_UNAUTHENTICATED');
    expect(variables).toContain('REAPER_REPAIR_MAX_PENDING_COMPACTIONS');
    expect(new Set(variables).size).toBe(variables.length);
  });
});

describe('printConfig', () => {
  it('shows the effective settings and hides secrets', () => {
    const environment = { REAPER_JMX_USERNAME: 'cassandra', REAPER_JMX_PASSWORD: 's3cret' };
    const text = printConfig(loadConfig(undefined, environment));
    expect(text).toContain('port: 8080');
    expect(text).toContain('username: cassandra');
    expect(text).toContain('password: <hidden>');
    expect(text).not.toContain('s3cret');
  });
});
