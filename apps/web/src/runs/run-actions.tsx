import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { api, dataOf, type Run } from '../api/client';
import { ProblemNotice } from '../api/problem-notice';
import { AbortDialog } from './abort-dialog';
import { useRunChange } from './use-run-change';

type Action = 'pause' | 'resume' | 'abort';

const VERBS: Readonly<Record<Action, string>> = { pause: 'Pause', resume: 'Resume', abort: 'Abort' };

/** Pause, resume, abort; abort asks first, since it cannot be taken back. */
export function RunActions({ run }: { readonly run: Run }) {
  const [asking, { open, close }] = useDisclosure();
  const { mutate, isPending, variables, error } = useRunChange((action: Action) =>
    dataOf(api.POST(`/api/v1/runs/{runId}/${action}`, { params: { path: { runId: run.id } } })),
  );
  const toggle = run.state === 'PAUSED' ? 'resume' : 'pause';
  if (run.state === 'ABORTING') return null;
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Button
          size="xs"
          variant="default"
          loading={isPending && variables === toggle}
          disabled={isPending}
          onClick={() => mutate(toggle)}
        >
          {VERBS[toggle]}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={isPending && variables === 'abort'}
          disabled={isPending}
          onClick={open}
        >
          Abort…
        </Button>
      </Group>
      {error && variables && <ProblemNotice title={`${VERBS[variables]} was refused.`} error={error} />}
      <AbortDialog
        run={run}
        opened={asking}
        onKeep={close}
        onAbort={() => {
          close();
          mutate('abort');
        }}
      />
    </>
  );
}
