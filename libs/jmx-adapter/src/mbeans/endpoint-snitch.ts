import { type MBeanAccess } from '../connection/mbean-access.js';
import { asText } from './java-values.js';
import { JavaType, MBean } from './mbean.js';

export interface Location {
  readonly datacenter: string;
  readonly rack: string;
}

/** `org.apache.cassandra.db:type=EndpointSnitchInfo`. */
export class EndpointSnitch {
  readonly #bean: MBean;

  constructor(access: MBeanAccess) {
    this.#bean = new MBean(access, 'org.apache.cassandra.db:type=EndpointSnitchInfo');
  }

  async ownLocation(): Promise<Location> {
    const { Datacenter, Rack } = await this.#bean.getAll(['Datacenter', 'Rack']);
    return { datacenter: asText(Datacenter, 'Datacenter'), rack: asText(Rack, 'Rack') };
  }

  /** @param address as the node names its peers: "ip:port" from 4.0, "ip" before */
  async location(address: string): Promise<Location> {
    const [datacenter, rack] = await Promise.all([
      this.#bean.invoke('getDatacenter', [address], [JavaType.String]),
      this.#bean.invoke('getRack', [address], [JavaType.String]),
    ]);
    return { datacenter: asText(datacenter, 'getDatacenter'), rack: asText(rack, 'getRack') };
  }
}
