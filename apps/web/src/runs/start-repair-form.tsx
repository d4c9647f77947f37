import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Keyspace } from '../api/client';
import { Loaded } from '../api/loaded';
import { ProblemNotice } from '../api/problem-notice';
import { keyspacesQuery } from '../api/queries';
import { PlanPreview } from './plan-preview';
import { count } from './run-figures';
import { useRunChange } from './use-run-change';

/** Asks for a keyspace and starts a full repair of all its tables with the defaults. */
export function StartRepairForm({ onStarted }: { readonly onStarted: () => void }) {
  const keyspaces = useQuery(keyspacesQuery);
  return (
    <Loaded query={keyspaces} what="the keyspaces">
      {(all) => {
        const repairable = all.filter((one) => one.repairable);
        return repairable.length > 0 ? <Form keyspaces={repairable} onStarted={onStarted} /> : <NothingToRepair />;
      }}
    </Loaded>
  );
}

function NothingToRepair() {
  return <Text>There is nothing to repair yet: no keyspace has tables and more than one replica.</Text>;
}

interface FormProps {
  readonly keyspaces: readonly Keyspace[];
  readonly onStarted: () => void;
}

function Form({ keyspaces, onStarted }: FormProps) {
  const [name, setName] = useState('');
  const chosen = keyspaces.find((one) => one.name === name);
  const { mutate, isPending, error, reset } = useRunChange(
    (keyspace: string) => dataOf(api.POST('/api/v1/runs', { body: { keyspace, createdBy: 'dashboard' } })),
    onStarted,
  );
  const choose = (value: string) => {
    reset();
    setName(value);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) mutate(chosen.name);
      }}
    >
      <Stack>
        <NativeSelect
          label="Keyspace"
          description="A full repair of all its tables"
          value={name}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[{ value: '', label: 'Choose one' }, ...keyspaces.map(toOption)]}
          data-autofocus
        />
        <PlanPreview keyspace={name} />
        {error && <ProblemNotice title="The repair was not started." error={error} />}
        <Group justify="flex-end">
          <Button type="submit" disabled={!chosen} loading={isPending}>
            {chosen ? `Start repair of ${count(chosen.tables.length, 'table')}` : 'Start repair'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function toOption({ name, tables, replicationFactors }: Keyspace) {
  const replicas = Object.values(replicationFactors).reduce((sum, factor) => sum + factor, 0);
  return { value: name, label: `${name} (${count(tables.length, 'table')}, ${count(replicas, 'replica')})` };
}
