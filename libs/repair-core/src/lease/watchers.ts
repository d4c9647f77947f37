/** So many hosts read the lease often; the others do once a minute, in case all of them die. */
export const WATCHERS = 3;

/**
 * Whether this host watches the lease closely: the lowest hashes of the hosts that are up, so that everybody agrees
 * without talking and load does not gather on the first host of a list.
 */
export function isWatcher(hostId: string, upHostIds: readonly string[]): boolean {
  return watchersOf([...upHostIds, hostId]).includes(hostId);
}

/** The watchers among these hosts. */
export function watchersOf(hostIds: readonly string[]): readonly string[] {
  const ranked = [...new Set(hostIds)].map((hostId) => ({ hostId, rank: hash(hostId) }));
  ranked.sort((a, b) => a.rank - b.rank || (a.hostId < b.hostId ? -1 : 1));
  return ranked.slice(0, WATCHERS).map(({ hostId }) => hostId);
}

/** 32-bit FNV-1a with a final mix (murmur3's), so that ids that differ in the last digit spread. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
