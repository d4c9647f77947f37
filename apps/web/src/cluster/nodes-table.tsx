import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../api/loaded';
import type { Node, Sidecar } from '../api/client';
import { nodesQuery, sidecarsQuery } from '../api/queries';
import { SignBadge } from '../look/sign-badge';
import { StackingCell, StackingTable } from '../look/stacking-table';
import { Time } from '../look/time';
import { activityOf, nodeSign, sidecarSign } from './node-signs';

const COLUMNS = ['Node', 'Place', 'Cassandra', 'Sidecar', 'Doing'];

/** Every node with its sidecar: what it does, or why not. */
export function NodesTable({ labelledBy }: { readonly labelledBy: string }) {
  const nodes = useQuery(nodesQuery);
  const sidecars = useQuery(sidecarsQuery);
  const byHost = new Map(sidecars.data?.map((sidecar) => [sidecar.hostId, sidecar]));
  return (
    <>
      {sidecars.error && (
        <Loaded query={sidecars} what="the sidecars">
          {() => null}
        </Loaded>
      )}
      <Loaded query={nodes} what="the nodes">
        {(known) => (
          <StackingTable labelledBy={labelledBy} columns={COLUMNS}>
            {known.map((node) => (
              <NodeRow key={node.hostId} node={node} sidecar={byHost.get(node.hostId)} />
            ))}
          </StackingTable>
        )}
      </Loaded>
    </>
  );
}

function NodeRow({ node, sidecar }: { readonly node: Node; readonly sidecar: Sidecar | undefined }) {
  return (
    <Table.Tr>
      <StackingCell>
        <Text size="sm" fw={600} title={`Host id ${node.hostId}`}>
          {node.address}
        </Text>
      </StackingCell>
      <StackingCell label="Place">
        {node.datacenter} / {node.rack}
      </StackingCell>
      <StackingCell label="Cassandra">
        <SignBadge sign={nodeSign(node)} /> {node.releaseVersion}
      </StackingCell>
      <StackingCell label="Sidecar">
        <SignBadge sign={sidecarSign(sidecar)} /> {sidecar?.version}
        {sidecar?.seen && !sidecar.alive && sidecar.reportedAt && (
          <Text size="xs">
            last heard <Time at={sidecar.reportedAt} />
          </Text>
        )}
      </StackingCell>
      <StackingCell label="Doing">{activityOf(sidecar)}</StackingCell>
    </Table.Tr>
  );
}
