import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Run, RunPage } from '../api/client';
import { RUN_LISTS_KEY, RUNS_KEY } from '../api/queries';

/** A request that answers with the run as it is now; the lists show that before anything is read again. */
export function useRunChange<Variables>(change: (variables: Variables) => Promise<Run>, onDone?: (run: Run) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (run) => {
      await showRun(queries, run);
      void queries.invalidateQueries({ queryKey: RUNS_KEY });
      onDone?.(run);
    },
  });
}

async function showRun(queries: QueryClient, run: Run): Promise<void> {
  // A list that is on its way may be from before the change.
  await queries.cancelQueries({ queryKey: RUN_LISTS_KEY });
  queries.setQueriesData<RunPage>(
    { queryKey: RUN_LISTS_KEY },
    (page) => page && { ...page, items: withRun(page.items, run) },
  );
}

/** In its place, or first when it is new. */
function withRun(runs: readonly Run[], run: Run): Run[] {
  const isListed = runs.some(({ id }) => id === run.id);
  return isListed ? runs.map((one) => (one.id === run.id ? run : one)) : [run, ...runs];
}
