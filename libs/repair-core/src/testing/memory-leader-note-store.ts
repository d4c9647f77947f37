import type { Stamp } from '../model/stamp.js';
import type { LeaderNoteStore } from '../ports/leader-notes.js';
import type { MemoryClient } from './memory-client.js';
import type { MemoryTables } from './memory-tables.js';

export class MemoryLeaderNoteStore implements LeaderNoteStore {
  constructor(
    private readonly tables: MemoryTables,
    private readonly client: MemoryClient,
  ) {}

  read(name: string, { fromAll = false }: { readonly fromAll?: boolean } = {}): Promise<string | undefined> {
    const operation = fromAll ? 'leaderNotes.readFromAll' : 'leaderNotes.read';
    const apply = () => this.tables.leaderNotes.at(name).read()?.value;
    return this.client.execute({ operation, kind: 'read', apply });
  }

  write(name: string, body: string, stamp: Stamp): Promise<void> {
    const apply = () => this.tables.leaderNotes.at(name).write(body, stamp);
    return this.client.execute({ operation: 'leaderNotes.write', kind: 'write', apply });
  }
}
