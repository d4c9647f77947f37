import { type MBeanAccess } from '../connection/mbean-access.js';
import { asMap, asText, asTexts } from './java-values.js';
import { MBean } from './mbean.js';

/** `org.apache.cassandra.net:type=Gossiper`; the members used here exist from 4.0 on. */
export class Gossiper {
  readonly #bean: MBean;

  constructor(access: MBeanAccess) {
    this.#bean = new MBean(access, 'org.apache.cassandra.net:type=Gossiper');
  }

  /** Release → addresses of the nodes that run it; more than one key while an upgrade is under way. */
  async releaseVersions(): Promise<ReadonlyMap<string, readonly string[]>> {
    const name = 'ReleaseVersionsWithPort';
    const versions = asMap(await this.#bean.get(name), name);
    return new Map([...versions].map(([release, nodes]) => [asText(release, name), asTexts(nodes, name)]));
  }
}
