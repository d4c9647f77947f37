import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const listening = '0A';

/** Says which process keeps others from listening on a TCP port, as far as this user may know. */
export function describeListener(host: string, port: number): string {
  const pid = findListener(host, port);
  if (pid === undefined) return 'a process of another user';
  try {
    return `process ${pid} (${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()})`;
  } catch {
    return `process ${pid}`;
  }
}

function findListener(host: string, port: number): number | undefined {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map(readTable);
  const inodes = new Set(tables.flatMap((table) => listeningInodes(table, host, port)));
  return inodes.size === 0 ? undefined : processIds().find((pid) => ownsSocket(pid, inodes));
}

/**
 * Sockets that listen on an IPv4 address, or on all addresses. Lines of /proc/net/tcp and tcp6: number, local
 * address:port in hex, remote one, state … inode in column 10 (proc(5), Linux Documentation/networking/proc_net_tcp).
 */
export function listeningInodes(table: string, host: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const addresses = [...localAddresses(host)].map((address) => address + suffix);
  return table.split('\n').flatMap((line) => {
    const columns = line.trim().split(/\s+/);
    const inode = columns[9];
    return addresses.includes(columns[1] ?? '') && columns[3] === listening && inode ? [inode] : [];
  });
}

/** The address itself and the one that stands for all, each as IPv4 and as IPv6; 32-bit words with the low byte first. */
function localAddresses(host: string): string[] {
  const word = host
    .split('.')
    .reverse()
    .map((octet) => Number(octet).toString(16).toUpperCase().padStart(2, '0'))
    .join('');
  const mapped = `0000000000000000FFFF0000${word}`;
  return [word, mapped, '0'.repeat(8), '0'.repeat(32)];
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
