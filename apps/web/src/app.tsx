import { Container, Group, Paper, Stack, Title } from '@mantine/core';
import { LoginGate } from './auth/login-gate';
import { LogoutButton } from './auth/logout-button';
import { ClusterSummary } from './cluster/cluster-summary';
import { NodesTable } from './cluster/nodes-table';
import { LiveMark } from './live/live-mark';
import { LivenessContext, useLivenessOf } from './live/liveness';
import { StaleNotice } from './live/stale-notice';
import { useLiveUpdates } from './live/use-live-updates';
import { RunsSection } from './runs/runs-section';
import classes from './app.module.css';

/** The page, or the login before it. */
export function App() {
  return (
    <LoginGate>
      <Dashboard />
    </LoginGate>
  );
}

/** The whole page: the cluster, its runs, its nodes. */
function Dashboard() {
  const liveness = useLivenessOf(useLiveUpdates());
  return (
    <LivenessContext value={liveness}>
      <header className={classes.header}>
        <Container size="xl">
          <Group justify="space-between" gap="xs">
            <Title order={1} size="h3">
              Reaper Sidecar
            </Title>
            <Group gap="xs">
              <ClusterSummary />
              <LiveMark liveness={liveness} />
              <LogoutButton />
            </Group>
          </Group>
        </Container>
      </header>
      <Container size="xl" component="main" py="md">
        <Stack gap="lg">
          <Paper withBorder p="md">
            <RunsSection />
          </Paper>
          <Paper withBorder p="md" component="section" aria-labelledby="nodes-title">
            <Title order={2} size="h4" mb="sm" id="nodes-title">
              Nodes
            </Title>
            <NodesTable labelledBy="nodes-title" />
          </Paper>
        </Stack>
      </Container>
      <StaleNotice liveness={liveness} />
    </LivenessContext>
  );
}
