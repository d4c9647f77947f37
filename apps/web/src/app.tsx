import { AppShell, Container, Group, MantineProvider, Stack, Title } from '@mantine/core';
import { ClusterSummary } from './cluster/cluster-summary';
import { NodesTable } from './cluster/nodes-table';
import { ConnectionNotice } from './live/connection-notice';
import { useLiveUpdates } from './live/use-live-updates';
import { RunsTable } from './runs/runs-table';
import { StartRepair } from './runs/start-repair';

/** The whole page: the cluster, its nodes, its runs. */
export function App() {
  const connected = useLiveUpdates();
  return (
    <MantineProvider defaultColorScheme="auto">
      <AppShell header={{ height: 56 }} padding="md">
        <AppShell.Header>
          <Container size="xl" h="100%">
            <Group h="100%" justify="space-between">
              <Title order={1} size="h3">
                Reaper Sidecar
              </Title>
              <ClusterSummary />
            </Group>
          </Container>
        </AppShell.Header>
        <AppShell.Main>
          <Container size="xl">
            <Stack gap="xl">
              <ConnectionNotice connected={connected} />
              <section aria-labelledby="runs-title">
                <Group justify="space-between" mb="sm">
                  <Title order={2} size="h4" id="runs-title">
                    Runs
                  </Title>
                  <StartRepair />
                </Group>
                <RunsTable />
              </section>
              <section aria-labelledby="nodes-title">
                <Title order={2} size="h4" mb="sm" id="nodes-title">
                  Nodes
                </Title>
                <NodesTable />
              </section>
            </Stack>
          </Container>
        </AppShell.Main>
      </AppShell>
    </MantineProvider>
  );
}
