import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressesSeenDown, lastWords, markLog, readLog } from './node-log.js';
import { nodePaths } from './node-paths.js';

const line = (text: string) => `INFO  [GossipStage:1] 2026-11-22 10:00:00,000 Gossiper.java:1455 - ${text}\n`;

describe('addressesSeenDown', () => {
  it('goes by the last word on every address, with or without a port', () => {
    const log = [
      'InetAddress /127.0.0.2:7000 is now UP',
      'InetAddress /127.0.0.3:7000 is now UP',
      'InetAddress /127.0.0.2:7000 is now DOWN',
      'InetAddress /127.0.0.4 is now DOWN',
      'InetAddress /127.0.0.3:7000 is now DOWN',
      'InetAddress /127.0.0.3:7000 is now UP',
      'Node /127.0.0.5:7000 is now part of the cluster',
    ];
    expect(addressesSeenDown(log.map(line).join(''))).toEqual(['127.0.0.2', '127.0.0.4']);
  });

  it('holds nobody for down in an empty log', () => {
    expect(addressesSeenDown('')).toEqual([]);
  });
});

describe('the log of a node', () => {
  const paths = nodePaths(mkdtempSync(join(tmpdir(), 'node-log-')));
  beforeEach(() => mkdirSync(paths.logs, { recursive: true }));
  afterEach(() => rmSync(paths.directory, { recursive: true, force: true }));

  it('is read from where the last launch began', () => {
    writeFileSync(paths.systemLog, line('earlier life'));
    markLog(paths);
    expect(readLog(paths)).toBe('');
    writeFileSync(paths.systemLog, line('earlier life') + line('this life'));
    expect(readLog(paths)).toBe(line('this life'));
  });

  it('is empty before the first launch', () => {
    markLog(paths);
    expect(readLog(paths)).toBe('');
  });

  it('is read from its beginning if somebody emptied it after the launch', () => {
    writeFileSync(paths.systemLog, line('a long earlier life'));
    markLog(paths);
    writeFileSync(paths.systemLog, line('short'));
    expect(readLog(paths)).toBe(line('short'));
  });

  it('gives the errors as last words, without the noise of the JVM', () => {
    writeFileSync(paths.output, 'WARNING: System::setSecurityManager\nUnrecognized VM option\n');
    writeFileSync(paths.systemLog, `${line('fine')}ERROR [main] broken\n${line('ServerException is a word')}`);
    expect(lastWords(paths)).toEqual(['Unrecognized VM option', 'ERROR [main] broken']);
  });

  it('gives the end of the log as last words if there are no errors', () => {
    writeFileSync(paths.systemLog, line('first') + line('last'));
    expect(lastWords(paths)).toEqual([line('first').trim(), line('last').trim()]);
  });
});
