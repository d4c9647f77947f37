import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client';
import { keyspacesQuery, runsQuery } from '../api/queries';

/** Asks for a keyspace and starts a full repair of all its tables with the defaults. */
export function StartRepair() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button onClick={open}>Start a repair</Button>
      <Modal opened={opened} onClose={close} title="Start a repair">
        <StartRepairForm onStarted={close} />
      </Modal>
    </>
  );
}

function StartRepairForm({ onStarted }: { readonly onStarted: () => void }) {
  const [keyspace, setKeyspace] = useState<string | null>(null);
  const keyspaces = useQuery(keyspacesQuery);
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: async (name: string) =>
      dataOf(
        await api.POST('/api/v1/runs', {
          body: { keyspace: name, cause: 'started in the dashboard', createdBy: 'dashboard' },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: runsQuery.queryKey });
      onStarted();
    },
  });
  const repairable = keyspaces.data?.filter((candidate) => candidate.repairable).map(({ name }) => name) ?? [];
  return (
    <Stack>
      <Select
        label="Keyspace"
        description="A full repair of all its tables"
        placeholder={keyspaces.isPending ? 'Reading the keyspaces …' : 'Choose one'}
        nothingFoundMessage="No keyspace with more than one replica"
        data={repairable}
        value={keyspace}
        onChange={setKeyspace}
        searchable
      />
      {(start.error ?? keyspaces.error) && (
        <Text c="red" role="alert">
          {(start.error ?? keyspaces.error)?.message}
        </Text>
      )}
      <Group justify="flex-end">
        <Button
          disabled={keyspace === null}
          loading={start.isPending}
          onClick={() => keyspace && start.mutate(keyspace)}
        >
          Start
        </Button>
      </Group>
    </Stack>
  );
}
