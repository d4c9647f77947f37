import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, type Run } from '../api/client';
import { runsQuery } from '../api/queries';

type Action = 'pause' | 'resume' | 'abort';

/** Pause, resume, abort; abort asks first, since it cannot be taken back. */
export function RunActions({ run }: { readonly run: Run }) {
  const [asking, { open, close }] = useDisclosure();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (action: Action) =>
      dataOf(await api.POST(`/api/v1/runs/{runId}/${action}`, { params: { path: { runId: run.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: runsQuery.queryKey }),
  });
  const act = (action: Action) => () => {
    close();
    mutate(action);
  };
  if (run.state === 'ABORTING') return null;
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="xs"
        variant="default"
        loading={isPending}
        onClick={act(run.state === 'PAUSED' ? 'resume' : 'pause')}
      >
        {run.state === 'PAUSED' ? 'Resume' : 'Pause'}
      </Button>
      <Button size="xs" variant="subtle" color="red" onClick={open}>
        Abort
      </Button>
      {error && (
        <Text size="xs" c="red" role="alert">
          {error.message}
        </Text>
      )}
      <Modal opened={asking} onClose={close} title={`Abort the repair of ${run.keyspace}?`}>
        <Text mb="md">
          {run.segments.done} of {run.segments.total} segments are repaired and stay so. The run ends and cannot go on.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Keep it
          </Button>
          <Button color="red" onClick={act('abort')}>
            Abort
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
