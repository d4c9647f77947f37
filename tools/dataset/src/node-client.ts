import { Client, ExecutionProfile, policies, types } from 'cassandra-driver';

/** Where one node listens for CQL. */
export interface DatasetNode {
  readonly index: number;
  readonly address: string;
  readonly cqlPort: number;
  readonly datacenter: string;
  readonly credentials?: { readonly username: string; readonly password: string };
}

/** How many replicas must answer; the driver's concurrent writes choose it by profile. */
export type Consistency = 'all' | 'quorum' | 'one';

/** New ones for each client: the driver writes the client's policies into them. */
function profiles(): ExecutionProfile[] {
  const names = ['all', 'quorum', 'one'] as const;
  return names.map((name) => new ExecutionProfile(name, { consistency: types.consistencies[name] }));
}

/** A driver client that talks to this node and no other, so that the node alone is coordinator. */
export function connectTo(node: DatasetNode): Client {
  const endpoint = `${node.address}:${node.cqlPort}`;
  return new Client({
    contactPoints: [endpoint],
    localDataCenter: node.datacenter,
    ...(node.credentials ? { credentials: node.credentials } : {}),
    protocolOptions: { port: node.cqlPort },
    policies: {
      loadBalancing: new policies.loadBalancing.AllowListPolicy(new policies.loadBalancing.RoundRobinPolicy(), [
        endpoint,
      ]),
    },
    profiles: profiles(),
    pooling: { coreConnectionsPerHost: { [types.distance.local]: 1 } },
    socketOptions: { readTimeout: 30_000 },
  });
}

/** Runs `work` with a client of its own. */
export async function withNode<Result>(node: DatasetNode, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = connectTo(node);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.shutdown();
  }
}
