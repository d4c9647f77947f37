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

  /** The types of repair it does by itself, such as "full, incremental"; undefined while it does none. */
  async activeTypes(): Promise<string | undefined> {
    try {
      const values = await this.#bean.getAll(['AutoRepairDisabled', 'AutoRepairConfiguration']);
      if (asFlag(values.AutoRepairDisabled, 'AutoRepairDisabled')) return undefined;
      return enabledTypes(asText(values.AutoRepairConfiguration, 'AutoRepairConfiguration'));
    } catch (error) {
      if (error instanceof JmxRemoteError && error.is('javax.management.InstanceNotFoundException')) return undefined;
      throw error;
    }
  }
}

/**
 * Each type has a section "configuration for repair_type: full" that begins with "enabled: true" or "enabled: false". A
 * text without such sections is taken for repair of an unknown type: better too careful than two schedulers at once.
 */
function enabledTypes(configuration: string): string | undefined {
  const sections = [...configuration.matchAll(/repair_type: (\w{1,40})\s+enabled: (true|false)/g)];
  if (sections.length === 0) return 'of an unknown type';
  const enabled = sections.filter(([, , flag]) => flag === 'true').map(([, type]) => type);
  return enabled.length === 0 ? undefined : enabled.join(', ');
}
