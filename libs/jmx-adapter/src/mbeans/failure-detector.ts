import { type MBeanAccess } from '../connection/mbean-access.js';
import { parseEndpointStates, type EndpointState } from './endpoint-states.js';
import { asText } from './java-values.js';
import { MBean } from './mbean.js';
import { type CassandraRelease } from './release.js';

/** `org.apache.cassandra.net:type=FailureDetector`: what gossip has told the node about every endpoint. */
export class FailureDetector {
  readonly #bean: MBean;
  readonly #attribute: 'AllEndpointStatesWithPort' | 'AllEndpointStates';

  constructor(access: MBeanAccess, release: CassandraRelease) {
    this.#bean = new MBean(access, 'org.apache.cassandra.net:type=FailureDetector');
    this.#attribute = release.namesNodesWithPort ? 'AllEndpointStatesWithPort' : 'AllEndpointStates';
  }

  /** By address. Endpoints that left the ring stay here for three days. */
  async endpointStates(): Promise<ReadonlyMap<string, EndpointState>> {
    return parseEndpointStates(asText(await this.#bean.get(this.#attribute), this.#attribute));
  }
}
