import { type MBeanAccess } from '../connection/mbean-access.js';
import { asCount, asList, asText, asTextMap } from './java-values.js';
import { MBean } from './mbean.js';

/** Hints that wait on this node for one other node. */
export interface PendingHints {
  readonly hostId: string;
  /** Closed files, at most 128 MiB each by default; the one being written is not counted. */
  readonly files: number;
}

/** `org.apache.cassandra.hints:type=HintsService`; the member used here exists from 4.1 on. */
export class HintsService {
  readonly #bean: MBean;

  constructor(access: MBeanAccess) {
    this.#bean = new MBean(access, 'org.apache.cassandra.hints:type=HintsService');
  }

  async pending(): Promise<PendingHints[]> {
    const name = 'PendingHints';
    return asList(await this.#bean.get(name), name).map((entry) => {
      const fields = asTextMap(entry, name);
      const files = Number(asText(fields.get('total_files'), `${name} total_files`));
      return { hostId: asText(fields.get('host_id'), `${name} host_id`), files: asCount(files, `${name} total_files`) };
    });
  }
}
