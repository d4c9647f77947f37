import { Button, Group, Modal, Text } from '@mantine/core';
import type { Run } from '../api/client';
import { count } from './run-figures';

interface AbortDialogProps {
  readonly run: Run;
  readonly opened: boolean;
  readonly onKeep: () => void;
  readonly onAbort: () => void;
}

export function AbortDialog({ run: { keyspace, segments }, opened, onKeep, onAbort }: AbortDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onKeep}
      title={`Abort the repair of ${keyspace}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Text>
        {segments.done} of {count(segments.total, 'segment')} are repaired and stay so. Segments that run now (
        {segments.running}) finish first; no other starts. An aborted run cannot be resumed.
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onKeep} data-autofocus>
          Keep running
        </Button>
        <Button color="red" onClick={onAbort}>
          Abort run
        </Button>
      </Group>
    </Modal>
  );
}
