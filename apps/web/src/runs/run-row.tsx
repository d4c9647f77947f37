import { Progress, Table, Text } from '@mantine/core';
import type { Run } from '../api/client';
import { toServerTime } from '../api/server-clock';
import { useLiveNow } from '../live/liveness';
import { SignBadge } from '../look/sign-badge';
import { StackingCell } from '../look/stacking-table';
import { Time } from '../look/time';
import { RunActions } from './run-actions';
import { count, isOver, percentDone, progressText, runSign, took } from './run-figures';
import { WhyItWaits } from './why-it-waits';
import classes from './run-row.module.css';

export const RUN_COLUMNS = ['State', 'Repair', 'Progress', 'Started', 'Took', 'By', 'Actions'];

/** One run: progress and the reason for waiting while it goes, how it ended when it is over. */
export function RunRow({ run }: { readonly run: Run }) {
  const over = isOver(run);
  return (
    <Table.Tr>
      <StackingCell>
        <SignBadge sign={runSign(run)} />
      </StackingCell>
      <StackingCell>
        <div className={classes.what}>
          <Text size="sm" fw={600} title={`Run ${run.id}`}>
            {run.keyspace}
          </Text>
          <Text size="xs" c="dimmed" title={run.tables.join(', ')}>
            {count(run.tables.length, 'table')}
          </Text>
        </div>
      </StackingCell>
      <StackingCell>
        <div className={classes.progress}>
          <Progress
            value={percentDone(run)}
            color={`var(--tone-${runSign(run).tone}-fill)`}
            aria-label={`Progress of the repair of ${run.keyspace}`}
            aria-valuetext={progressText(run)}
          />
          <Text size="xs" mt={4}>
            {progressText(run)}
          </Text>
          <Text size="xs" c="dimmed" {...(!over && { className: classes.reason })}>
            {over ? run.message : <WhyItWaits run={run} />}
          </Text>
        </div>
      </StackingCell>
      <StackingCell label="Started">{run.startedAt ? <Time at={run.startedAt} /> : 'not yet'}</StackingCell>
      <StackingCell label="Took">
        <div className={classes.took}>{over ? took(run, 0) : <TookSoFar run={run} />}</div>
      </StackingCell>
      <StackingCell label="By">
        <div className={classes.by}>
          {run.createdBy}
          <Text size="xs" c="dimmed">
            {run.cause}
          </Text>
        </div>
      </StackingCell>
      <StackingCell>{!over && <RunActions run={run} />}</StackingCell>
    </Table.Tr>
  );
}

function TookSoFar({ run }: { readonly run: Run }) {
  return took(run, toServerTime(useLiveNow()));
}
