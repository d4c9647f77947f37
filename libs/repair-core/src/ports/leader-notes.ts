import type { Stamp } from '../model/stamp.js';

/** What a leader leaves to the next one: small texts by name, one fenced cell each. */
export interface LeaderNoteStore {
  /** QUORUM; `fromAll` asks every replica and throws StoreUnavailableError when one does not answer. */
  read(name: string, options?: { readonly fromAll?: boolean }): Promise<string | undefined>;
  /** Plain, with the leader's stamp. Success proves nothing: a newer leader may have shadowed it. */
  write(name: string, body: string, stamp: Stamp): Promise<void>;
}
