import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type JavaTestServers } from './java-server.js';

/** Canonical text by MBean and attribute, both in one key. */
export type AttributeTexts = Map<string, string>;

export function attributeKey(canonicalName: string, attribute: string): string {
  return `${canonicalName}\t${attribute}`;
}

/** The JDK's own JMX client, reading all attributes whenever it is asked to. */
export class JavaAttributeDump {
  private constructor(
    private readonly child: ChildProcess,
    private readonly lines: AsyncIterator<string>,
  ) {}

  /** `classPath` adds classes the server may send. */
  static async connect(
    servers: JavaTestServers,
    port: number,
    pattern: string,
    classPath = '',
  ): Promise<JavaAttributeDump> {
    const path = [servers.classes, classPath].filter((part) => part !== '').join(':');
    const args = ['-Xmx512m', '-XX:+UseSerialGC', '-cp', path, 'testserver.AttributeDump', String(port), pattern];
    const child = spawn(servers.jdk.java, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    if ((await lines.next()).value !== 'READY') throw new Error('The Java client did not connect');
    return new JavaAttributeDump(child, lines);
  }

  async read(): Promise<AttributeTexts> {
    this.child.stdin?.write('\n');
    const texts: AttributeTexts = new Map();
    for (;;) {
      const line = (await this.lines.next()).value as string | undefined;
      if (line === undefined) throw new Error('The Java client ended early');
      if (line === 'END') return texts;
      const [name = '', attribute = '', text = ''] = line.split('\t');
      texts.set(attributeKey(name, attribute), text);
    }
  }

  async close(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.stdin?.end();
    await exited;
  }
}
