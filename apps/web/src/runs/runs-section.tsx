import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunPage } from '../api/client';
import { Loaded } from '../api/loaded';
import { runsQuery } from '../api/queries';
import { StackingTable } from '../look/stacking-table';
import { RUN_COLUMNS, RunRow } from './run-row';
import { RunNews } from './run-news';
import { StartRepair } from './start-repair';

const PAGE = 25;
/** The API gives no more at a time. */
const MOST = 500;

/** The newest runs with live progress, and the start of a new one. */
export function RunsSection() {
  const [limit, setLimit] = useState(PAGE);
  const query = useQuery(runsQuery(limit));
  return (
    <section aria-labelledby="runs-title">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="runs-title">
          Runs
        </Title>
        <StartRepair />
      </Group>
      <RunNews runs={query.data?.items} />
      <Loaded query={query} what="the runs">
        {(page) => <Runs page={page} onMore={limit < MOST ? () => setLimit(Math.min(MOST, limit * 2)) : undefined} />}
      </Loaded>
    </section>
  );
}

function Runs({ page, onMore }: { readonly page: RunPage; readonly onMore: (() => void) | undefined }) {
  if (page.items.length === 0) return <Text c="dimmed">No run yet. “Start a repair” makes the first one.</Text>;
  return (
    <>
      <StackingTable labelledBy="runs-title" columns={RUN_COLUMNS}>
        {page.items.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </StackingTable>
      {page.nextCursor !== undefined && onMore && (
        <Button variant="default" size="xs" mt="sm" onClick={onMore}>
          Show older runs
        </Button>
      )}
    </>
  );
}
