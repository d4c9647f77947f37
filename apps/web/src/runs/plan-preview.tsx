import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../api/problem-notice';
import { planQuery } from '../api/queries';
import { count } from './run-figures';

/** What the run would do, before it is started. */
export function PlanPreview({ keyspace }: { readonly keyspace: string }) {
  const { data, error, isFetching } = useQuery(planQuery(keyspace));
  if (keyspace === '') return null;
  if (error) return <ProblemNotice title="This cannot be repaired now." error={error} />;
  if (!data || isFetching) return <Text size="sm">Making the plan …</Text>;
  return (
    <Text size="sm" role="status">
      {count(data.segments, 'segment')} over {count(data.replicaSetCount, 'replica set')}.
      {data.busyWith !== undefined && ` Run ${data.busyWith.slice(0, 8)} repairs these tables already.`}
      {data.unreplicatedRanges > 0 && ` ${count(data.unreplicatedRanges, 'range')} with one replica are left out.`}
    </Text>
  );
}
