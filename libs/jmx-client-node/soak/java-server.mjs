import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../test/java/testserver', import.meta.url));
/** Needs a class of the JDK that is not public, and this soak does not need it. */
const LEFT_OUT = 'CassandraLikeServer.java';

/** A JVM with a JMX agent on a loopback port and the MBean test:type=Emitter. `stop` leaves nothing behind. */
export async function startJavaServer() {
  const classes = mkdtempSync(join(tmpdir(), 'jmx-soak-'));
  const sources = readdirSync(SOURCES).filter((file) => file !== LEFT_OUT);
  execFileSync('javac', ['-nowarn', '-d', classes, ...sources.map((file) => join(SOURCES, file))]);
  const port = await freePort();
  const child = spawn('java', ['-Xmx256m', ...agentFlags(port), '-cp', classes, 'testserver.AgentServer'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: child.stdout }), 'line');
  return {
    port,
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(classes, { recursive: true, force: true });
    },
  };
}

function agentFlags(port) {
  const agent = { port, 'rmi.port': port, host: '127.0.0.1', authenticate: false, ssl: false };
  const flags = Object.entries(agent).map(([key, value]) => `-Dcom.sun.management.jmxremote.${key}=${value}`);
  return [...flags, '-Djava.rmi.server.hostname=127.0.0.1', '-Dsun.rmi.transport.tcp.threadKeepAliveTime=500'];
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
