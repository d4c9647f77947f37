import { Badge, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Run } from '../api/client';
import { explanationQuery } from '../api/queries';
import { RunActions } from './run-actions';
import { colorOf, duration, isOver, percentDone } from './run-figures';

/** One run: progress while it goes, the reason while it waits, how it ended when it is over. */
export function RunRow({ run }: { readonly run: Run }) {
  const { segments } = run;
  return (
    <Table.Tr>
      <Table.Td title={run.id}>
        <Text fw={600}>{run.keyspace}</Text>
        <Text size="xs" c="dimmed">
          {run.tables.length} {run.tables.length === 1 ? 'table' : 'tables'}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge color={colorOf(run.state)} variant="light">
          {run.state.toLowerCase().replace('_', ' ')}
        </Badge>
      </Table.Td>
      <Table.Td miw={260}>
        <Stack gap={4}>
          <Progress value={percentDone(run)} color={colorOf(run.state)} aria-label={`Progress of ${run.keyspace}`} />
          <Group gap="sm">
            <Text size="xs">
              {segments.done + segments.skipped} of {segments.total} segments
            </Text>
            {segments.failed > 0 && (
              <Text size="xs" c="red">
                {segments.failed} failed
              </Text>
            )}
          </Group>
          {isOver(run) ? <Text size="xs">{run.message}</Text> : run.waiting > 0 && <WhyItWaits runId={run.id} />}
        </Stack>
      </Table.Td>
      <Table.Td>{new Date(run.startedAt ?? run.createdAt).toLocaleString()}</Table.Td>
      <Table.Td>{duration(run)}</Table.Td>
      <Table.Td>{!isOver(run) && <RunActions run={run} />}</Table.Td>
    </Table.Tr>
  );
}

function WhyItWaits({ runId }: { readonly runId: string }) {
  const { data } = useQuery(explanationQuery(runId));
  return data ? (
    <Text size="xs" c="dimmed">
      {data.summary}
    </Text>
  ) : null;
}
