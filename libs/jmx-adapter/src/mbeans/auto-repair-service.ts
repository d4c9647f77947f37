import { JmxRemoteError } from 'jmx-client-node';
import { type MBeanAccess } from '../connection/mbean-access.js';
import { asFlag, asText } from './java-values.js';
import { MBean } from './mbean.js';

/**
 * `org.apache.cassandra.db:type=AutoRepairService`: Cassandra's own scheduler. In 5.0.8+ the MBean exists only with
 * `-Dcassandra.autorepair.enable=true`, in 6.0 always.
 */
export class AutoRepairService {
  readonly #bean: MBean;

  constructor(access: MBeanAccess) {
    this.#bean = new MBean(access, 'org.apache.cassandra.db:type=AutoRepairService');
  }

  /** Its configuration as Cassandra prints it while its scheduler is switched on, else undefined. */
  async activeConfiguration(): Promise<string | undefined> {
    try {
      const values = await this.#bean.getAll(['AutoRepairDisabled', 'AutoRepairConfiguration']);
      if (asFlag(values.AutoRepairDisabled, 'AutoRepairDisabled')) return undefined;
      return asText(values.AutoRepairConfiguration, 'AutoRepairConfiguration');
    } catch (error) {
      if (error instanceof JmxRemoteError && error.is('javax.management.InstanceNotFoundException')) return undefined;
      throw error;
    }
  }
}
