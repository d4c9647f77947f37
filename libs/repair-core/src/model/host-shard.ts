/** Rows of hosts live in this many partitions, fixed for ever: a takeover reads 32 partitions whatever the cluster's size. */
export const HOST_SHARDS = 32;

/** Partition of a host's rows: 32-bit FNV-1a of its id, modulo {@link HOST_SHARDS}. Stored, so it must never change. */
export function hostShard(hostId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < hostId.length; i++) hash = Math.imul(hash ^ hostId.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % HOST_SHARDS;
}
