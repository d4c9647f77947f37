import { type MBeanAccess } from '../connection/mbean-access.js';
import { asCount, asNumber } from './java-values.js';
import { MBean } from './mbean.js';

/** The few metrics of the node that decide about repair. */
export class Metrics {
  readonly #access: MBeanAccess;

  constructor(access: MBeanAccess) {
    this.#access = access;
  }

  /** Compactions the node has yet to do, estimated by its compaction strategies. */
  async pendingCompactions(): Promise<number> {
    return asCount(await this.#read('type=Compaction,name=PendingTasks'), 'PendingTasks');
  }

  /** Nodes that hints are being sent to at this moment. */
  async hintDeliveries(): Promise<number> {
    const metric = 'type=ThreadPools,path=internal,scope=HintsDispatcher,name=ActiveTasks';
    return asCount(await this.#read(metric), 'HintsDispatcher ActiveTasks');
  }

  /** Share of the table's bytes on this node that incremental repair has marked, 0 to 100; 100 for an empty table. */
  async percentRepaired(keyspace: string, table: string): Promise<number> {
    const value = await this.#read(`type=Table,keyspace=${keyspace},scope=${table},name=PercentRepaired`);
    return asNumber(value, 'PercentRepaired');
  }

  /** Live data of a table on this node: sstables as on disk, and memtables. */
  async tableSize(keyspace: string, table: string): Promise<{ readonly bytes: number; readonly partitions: number }> {
    const metric = (name: string) => `type=Table,keyspace=${keyspace},scope=${table},name=${name}`;
    const [onDisk, inMemory, partitions] = await Promise.all([
      this.#read(metric('LiveDiskSpaceUsed'), 'Count'),
      this.#read(metric('AllMemtablesLiveDataSize')),
      this.#read(metric('EstimatedPartitionCount')),
    ]);
    return {
      bytes: asCount(onDisk, 'LiveDiskSpaceUsed') + asCount(inMemory, 'AllMemtablesLiveDataSize'),
      // An empty table counts -1 partitions.
      partitions: Math.max(0, asCount(partitions, 'EstimatedPartitionCount')),
    };
  }

  #read(metric: string, attribute: 'Value' | 'Count' = 'Value'): Promise<unknown> {
    return new MBean(this.#access, `org.apache.cassandra.metrics:${metric}`).get(attribute);
  }
}
