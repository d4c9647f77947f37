/**
 * Calls `work` at once, and calls that arrive meanwhile or within `restMs` after it together once more: never two at a
 * time, and none is lost. `work` must not reject.
 */
export function paced(work: () => Promise<unknown>, restMs: number): () => void {
  let busy = false;
  let again = false;
  const run = async () => {
    busy = true;
    do {
      again = false;
      await work();
      await new Promise((resolve) => setTimeout(resolve, restMs));
    } while (again);
    busy = false;
  };
  return () => {
    if (busy) again = true;
    else void run();
  };
}
