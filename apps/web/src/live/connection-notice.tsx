import { Alert } from '@mantine/core';

/** Says that the page may be old. */
export function ConnectionNotice({ connected }: { readonly connected: boolean }) {
  if (connected) return null;
  return (
    <Alert color="yellow" title="Not live" role="status">
      The connection to the sidecar is lost; what you see may be old. The page reconnects by itself.
    </Alert>
  );
}
