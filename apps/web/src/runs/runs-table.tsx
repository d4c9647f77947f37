import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { runsQuery } from '../api/queries';
import { RunRow } from './run-row';

/** The newest runs with live progress. */
export function RunsTable() {
  const { data, error } = useQuery(runsQuery);
  if (error) return <Text c="red">The runs cannot be read: {error.message}</Text>;
  if (!data) return <Text c="dimmed">Reading the runs …</Text>;
  if (data.length === 0) return <Text c="dimmed">No run yet. “Start a repair” makes the first one.</Text>;
  return (
    <Table.ScrollContainer minWidth={800}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {['Keyspace', 'State', 'Progress', 'Started', 'Took', ''].map((title) => (
              <Table.Th key={title}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
