import { type MBeanAccess } from '../connection/mbean-access.js';
import { asCount } from './java-values.js';
import { JavaType, MBean } from './mbean.js';

/** `org.apache.cassandra.db:type=RepairService`, 4.0+. */
export class RepairService {
  readonly #bean: MBean;

  constructor(access: MBeanAccess) {
    this.#bean = new MBean(access, 'org.apache.cassandra.db:type=RepairService');
  }

  /** Parent repair sessions the node takes part in, whoever coordinates them. */
  async parentSessions(): Promise<number> {
    return asCount(await this.#bean.invoke('parentRepairSessionsCount'), 'parentRepairSessionsCount');
  }

  /** Ends one incremental session that this node coordinates; any other is an error of the node. */
  async failSession(sessionId: string): Promise<void> {
    await this.#bean.invoke('failSession', [sessionId, false], [JavaType.String, 'boolean']);
  }
}
