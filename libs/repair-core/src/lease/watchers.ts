/** So many hosts read the lease often; the others do once a minute, in case all of them die. */
export const WATCHERS = 3;

interface Candidate {
  readonly hostId: string;
  readonly up: boolean;
}

/** Watchers of a list of nodes: whoever asks with the same list gets the same answer. */
const known = new WeakMap<readonly Candidate[], readonly string[]>();

/**
 * Whether this host watches the lease closely: the lowest hashes of the hosts that are up, so that everybody agrees
 * without talking and load does not gather on the first host of a list.
 */
export function isWatcher(hostId: string, nodes: readonly Candidate[]): boolean {
  const watchers = known.get(nodes) ?? watchersOf(nodes.filter(({ up }) => up).map((node) => node.hostId));
  known.set(nodes, watchers);
  return watchersOf([...watchers, hostId]).includes(hostId);
}

/** The watchers among these hosts. */
export function watchersOf(hostIds: readonly string[]): readonly string[] {
  const first: { readonly hostId: string; readonly rank: number }[] = [];
  for (const hostId of new Set(hostIds)) {
    const one = { hostId, rank: hash(hostId) };
    const place = first.findIndex(
      ({ rank, hostId: other }) => one.rank < rank || (one.rank === rank && hostId < other),
    );
    if (place < 0 && first.length >= WATCHERS) continue;
    first.splice(place < 0 ? first.length : place, 0, one);
    first.length = Math.min(first.length, WATCHERS);
  }
  return first.map(({ hostId }) => hostId);
}

/** 32-bit FNV-1a with a final mix (murmur3's), so that ids that differ in the last digit spread. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
