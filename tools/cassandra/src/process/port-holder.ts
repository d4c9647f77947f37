import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const listening = '0A';

/** Says which process listens on a TCP port, as far as this user may know. */
export function describeListener(port: number): string {
  const pid = findListener(port);
  if (pid === undefined) return 'a process of another user';
  try {
    return `process ${pid} (${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()})`;
  } catch {
    return `process ${pid}`;
  }
}

function findListener(port: number): number | undefined {
  const inodes = new Set(
    ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningInodes(readTable(table), port)),
  );
  return inodes.size === 0 ? undefined : processIds().find((pid) => ownsSocket(pid, inodes));
}

/** Lines of proc_net_tcp(5): number, local address:port in hex, remote, state … inode in column 10. */
export function listeningInodes(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table.split('\n').flatMap((line) => {
    const columns = line.trim().split(/\s+/);
    const inode = columns[9];
    return columns[1]?.endsWith(suffix) && columns[3] === listening && inode ? [inode] : [];
  });
}

function readTable(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function processIds(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function ownsSocket(pid: number, inodes: ReadonlySet<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
      return inode !== undefined && inodes.has(inode);
    });
  } catch {
    return false;
  }
}
