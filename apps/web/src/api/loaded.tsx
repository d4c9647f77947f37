import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Time } from '../look/time';
import { ProblemNotice } from './problem-notice';
import classes from './loaded.module.css';

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** For example "the runs". */
  readonly what: string;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what was read; before that that it is on its way; when it cannot be read, why, above what was known last. */
export function Loaded<Data>({ query, what, children }: LoadedProps<Data>) {
  const { data, dataUpdatedAt, refetch } = query;
  const error = useLastingError(query);
  return (
    <>
      {error && (
        <ProblemNotice title={`Could not load ${what}.`} error={error} onRetry={() => void refetch()}>
          {data !== undefined && (
            <>
              Showing figures from <Time at={dataUpdatedAt} />.
            </>
          )}
        </ProblemNotice>
      )}
      {data !== undefined ? children(data) : !error && <Loading what={what} />}
    </>
  );
}

/** A query without data forgets its error whenever it is tried again; the notice must not blink with it. */
function useLastingError({ data, error }: UseQueryResult<unknown>): Error | null {
  const [last, setLast] = useState(error);
  if (error && error !== last) setLast(error);
  return error ?? (data === undefined ? last : null);
}

function Loading({ what }: { readonly what: string }) {
  return (
    <Stack gap="xs" className={classes.loading} role="status">
      <VisuallyHidden>Loading {what} …</VisuallyHidden>
      <Skeleton height={36} />
      <Skeleton height={36} />
      <Skeleton height={36} />
    </Stack>
  );
}
