import { type MBeanAccess } from '../connection/mbean-access.js';
import { asList, asTextMap } from './java-values.js';
import { JavaType, MBean } from './mbean.js';

/** A compaction, validation or other task over sstables that runs now. */
export interface CompactionTask {
  readonly id: string;
  readonly keyspace: string;
  readonly table: string;
  /** Display text of Cassandra: "Compaction", "Validation", "Anticompaction after repair" … */
  readonly kind: string;
  readonly completed: number;
  readonly total: number;
  /** "bytes", "keys" … */
  readonly unit: string;
}

/** `org.apache.cassandra.db:type=CompactionManager`. */
export class CompactionManager {
  readonly #bean: MBean;

  constructor(access: MBeanAccess) {
    this.#bean = new MBean(access, 'org.apache.cassandra.db:type=CompactionManager');
  }

  async running(): Promise<CompactionTask[]> {
    const tasks = asList(await this.#bean.get('Compactions'), 'Compactions');
    return tasks.map((task) => compactionTask(asTextMap(task, 'Compactions')));
  }

  /** Ends one running task; one that is over by then is no error. */
  async stop({ id }: Pick<CompactionTask, 'id'>): Promise<void> {
    await this.#bean.invoke('stopCompactionById', [id], [JavaType.String]);
  }
}

/** Tasks over no table in particular, such as saving a cache, leave keyspace and table out. */
function compactionTask(fields: ReadonlyMap<string, string>): CompactionTask {
  const field = (name: string) => fields.get(name) ?? '';
  return {
    id: field('compactionId'),
    keyspace: field('keyspace'),
    table: field('columnfamily'),
    kind: field('taskType'),
    completed: Number(field('completed')),
    total: Number(field('total')),
    unit: field('unit'),
  };
}
