import { Group, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { clusterQuery } from '../api/queries';
import { SignBadge } from '../look/sign-badge';
import type { Sign } from '../look/tone';

const NO_LEADER: Sign = { tone: 'risk', glyph: '▲', text: 'No leader: nothing new starts' };

/** Name and health of the cluster in one line. */
export function ClusterSummary() {
  const { data, error } = useQuery(clusterQuery);
  useDocumentTitle(data ? `${data.name} · Reaper Sidecar` : 'Reaper Sidecar');
  if (!data) return error ? <Text size="sm">The cluster cannot be read</Text> : null;
  return (
    <Group gap="xs">
      <Text fw={600}>{data.name}</Text>
      <SignBadge sign={nodesSign(data)} />
      {!data.leader && <SignBadge sign={NO_LEADER} />}
      {data.schemaVersions.length > 1 && (
        <SignBadge sign={{ tone: 'risk', glyph: '▲', text: 'Nodes disagree about the schema' }} />
      )}
    </Group>
  );
}

function nodesSign({ up, nodes }: { readonly up: number; readonly nodes: number }): Sign {
  const text = `${up} of ${nodes} nodes up`;
  return up === nodes ? { tone: 'ok', glyph: '✓', text } : { tone: 'late', glyph: '✕', text };
}
