import { Badge, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Node, Sidecar } from '../api/client';
import { nodesQuery, sidecarsQuery } from '../api/queries';

/** Every node with its sidecar: what it does, or why not. */
export function NodesTable() {
  const nodes = useQuery(nodesQuery);
  const sidecars = useQuery(sidecarsQuery);
  if (nodes.error) return <Text c="red">The nodes cannot be read: {nodes.error.message}</Text>;
  if (!nodes.data) return <Text c="dimmed">Reading the nodes …</Text>;
  const byHost = new Map(sidecars.data?.map((sidecar) => [sidecar.hostId, sidecar]));
  return (
    <Table.ScrollContainer minWidth={700}>
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            {['Node', 'Place', 'Cassandra', 'Sidecar', 'Doing'].map((title) => (
              <Table.Th key={title}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {nodes.data.map((node) => (
            <NodeRow key={node.hostId} node={node} sidecar={byHost.get(node.hostId)} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function NodeRow({ node, sidecar }: { readonly node: Node; readonly sidecar: Sidecar | undefined }) {
  return (
    <Table.Tr>
      <Table.Td title={node.hostId}>{node.address}</Table.Td>
      <Table.Td>
        {node.datacenter} / {node.rack}
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          <Badge color={node.up ? 'green' : 'red'} variant="light">
            {node.up ? node.state.toLowerCase() : 'down'}
          </Badge>
          {node.releaseVersion}
        </Group>
      </Table.Td>
      <Table.Td>
        <SidecarBadge sidecar={sidecar} />
      </Table.Td>
      <Table.Td>{activityOf(sidecar)}</Table.Td>
    </Table.Tr>
  );
}

function SidecarBadge({ sidecar }: { readonly sidecar: Sidecar | undefined }) {
  if (!sidecar?.seen) return <Badge color="gray">none</Badge>;
  return (
    <Group gap="xs">
      <Badge color={sidecar.alive ? 'green' : 'red'} variant="light">
        {sidecar.alive ? 'alive' : 'silent'}
      </Badge>
      {sidecar.leader && <Badge variant="light">leader</Badge>}
    </Group>
  );
}

function activityOf(sidecar: Sidecar | undefined): string {
  if (!sidecar?.seen) return 'Start a sidecar beside this node';
  if (sidecar.nodeUnreachable) return `Cannot reach its node: ${sidecar.nodeUnreachable}`;
  if (sidecar.current) return `Segment ${sidecar.current.seq}, ${sidecar.current.state}`;
  if (sidecar.foreignRepair) return `Waits for a repair of somebody else: ${sidecar.foreignRepair}`;
  return sidecar.waiting ?? 'Idle';
}
