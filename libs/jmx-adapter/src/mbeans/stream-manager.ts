import { type MBeanAccess } from '../connection/mbean-access.js';
import { asCount, asList, asText, UnexpectedAnswerError } from './java-values.js';
import { MBean } from './mbean.js';

/** Data that moves between this node and others for one purpose. */
export interface StreamPlan {
  readonly planId: string;
  /** "Repair", "Bootstrap" … */
  readonly purpose: string;
  /** Addresses of the other nodes. */
  readonly peers: readonly string[];
  readonly receivedBytes: number;
  readonly bytesToReceive: number;
  readonly sentBytes: number;
  readonly bytesToSend: number;
}

/** `org.apache.cassandra.net:type=StreamManager`, read only. */
export class StreamManager {
  readonly #bean: MBean;

  constructor(access: MBeanAccess) {
    this.#bean = new MBean(access, 'org.apache.cassandra.net:type=StreamManager');
  }

  async running(): Promise<StreamPlan[]> {
    return asList(await this.#bean.get('CurrentStreams'), 'CurrentStreams').map((plan) => streamPlan(asRecord(plan)));
  }
}

function streamPlan(plan: Readonly<Record<string, unknown>>): StreamPlan {
  const bytes = (name: string) => asCount(plan[name], `CurrentStreams ${name}`);
  return {
    planId: asText(plan['planId'], 'CurrentStreams planId'),
    purpose: asText(plan['description'], 'CurrentStreams description'),
    peers: asList(plan['sessions'], 'CurrentStreams sessions').map((session) => peer(asRecord(session))),
    receivedBytes: bytes('currentRxBytes'),
    bytesToReceive: bytes('totalRxBytes'),
    sentBytes: bytes('currentTxBytes'),
    bytesToSend: bytes('totalTxBytes'),
  };
}

/** The port is told from 4.0 on. */
function peer(session: Readonly<Record<string, unknown>>): string {
  const address = asText(session['peer'], 'CurrentStreams peer').replace(/^.*\//, '');
  const port = session['peer_port'];
  return typeof port === 'number' ? `${address}:${port}` : address;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new UnexpectedAnswerError('CurrentStreams', 'made of composites', value);
}
