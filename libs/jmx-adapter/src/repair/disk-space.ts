import { statfs } from 'node:fs/promises';
import { type DiskSpace } from '@reaper-sidecar/repair-core';

/** Sizes of a file system in blocks, as `statfs` gives them. */
export interface FileSystemSize {
  readonly bsize: number;
  readonly blocks: number;
  readonly bfree: number;
  /** Without those reserved for the superuser. */
  readonly bavail: number;
}

export type ReadFileSystem = (path: string) => Promise<FileSystemSize>;

/**
 * Space of the fullest of the directories. Undefined when one of them cannot be looked at, as when this process does not
 * share the files of the node: the space of the others says too little.
 */
export async function fullestDirectory(
  directories: readonly string[],
  read: ReadFileSystem = statfs,
): Promise<DiskSpace | undefined> {
  try {
    const spaces = await Promise.all(directories.map(async (path) => spaceOf(path, await read(path))));
    return spaces.reduce<DiskSpace | undefined>(
      (fullest, one) => (!fullest || one.freePercent < fullest.freePercent ? one : fullest),
      undefined,
    );
  } catch {
    return undefined;
  }
}

/** The share is that of `df`: blocks reserved for the superuser count neither as free nor as used. */
function spaceOf(directory: string, { bsize, blocks, bfree, bavail }: FileSystemSize): DiskSpace {
  const usable = blocks - bfree + bavail;
  return { directory, freeBytes: bavail * bsize, freePercent: usable > 0 ? (100 * bavail) / usable : 0 };
}
