import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { clusterQuery } from '../api/queries';

/** Name, size and health of the cluster in one line. */
export function ClusterSummary() {
  const { data, error } = useQuery(clusterQuery);
  if (error) return <Text c="red">{error.message}</Text>;
  if (!data) return <Text c="dimmed">Reading the cluster …</Text>;
  const allUp = data.up === data.nodes;
  return (
    <Group gap="sm">
      <Text fw={600}>{data.name}</Text>
      <Badge color={allUp ? 'green' : 'red'} variant="light">
        {data.up} of {data.nodes} nodes up
      </Badge>
      {!data.leader && (
        <Badge color="yellow" variant="light">
          no leader yet
        </Badge>
      )}
    </Group>
  );
}
