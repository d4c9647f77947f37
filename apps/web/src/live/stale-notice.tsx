import { Alert, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Time } from '../look/time';
import type { Liveness } from './liveness';
import classes from './stale-notice.module.css';

/** Says since when the page is old. It lies over the end of the page, so that nothing moves when it comes or goes. */
export function StaleNotice({ liveness }: { readonly liveness: Liveness }) {
  const queries = useQueryClient();
  if (liveness.kind !== 'stale') return null;
  return (
    <Alert className={classes.notice} color="red" variant="filled" title="Stale">
      {liveness.sinceMs === undefined ? (
        'No answer from any sidecar yet.'
      ) : (
        <>
          Not everything could be read since <Time at={liveness.sinceMs} />: what you see may be from then.
        </>
      )}{' '}
      The page tries again by itself.{' '}
      <Button
        size="compact-sm"
        variant="white"
        color="red"
        onClick={() => void queries.refetchQueries({ type: 'active' })}
      >
        Try now
      </Button>
    </Alert>
  );
}
