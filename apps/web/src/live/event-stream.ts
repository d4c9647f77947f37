export type StreamState = 'connecting' | 'open' | 'lost';

export interface EventStreamOptions {
  readonly url: string;
  /** By type of event. */
  readonly listeners: Readonly<Record<string, () => void>>;
  readonly onState: (state: StreamState) => void;
}

/** Sidecars send a heartbeat every 5 s; without two in a row the connection is dead, even if nobody has told. */
const SILENCE_MS = 12_000;

const RETRY_MS = [1_000, 2_000, 5_000, 10_000];

/**
 * Keeps a stream open, whichever sidecar answers. The browser's own retry is not enough: it gives up for good when a
 * proxy answers with an error while a sidecar is away.
 *
 * @returns ends it
 */
export function followEvents({ url, listeners, onState }: EventStreamOptions): () => void {
  let events: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  function close(): void {
    clearTimeout(timer);
    events?.close();
  }

  function lost(): void {
    close();
    onState('lost');
    const afterMs = RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] as number;
    timer = setTimeout(open, afterMs * (0.75 + Math.random() / 2));
  }

  function alive(): void {
    clearTimeout(timer);
    timer = setTimeout(lost, SILENCE_MS);
  }

  function open(): void {
    events = new EventSource(url);
    for (const [type, listener] of Object.entries(listeners)) events.addEventListener(type, listener);
    events.addEventListener('heartbeat', alive);
    events.onerror = lost;
    events.onopen = () => {
      failures = 0;
      onState('open');
    };
  }

  onState('connecting');
  open();
  return close;
}

/** As `followEvents`, but only while the tab is seen: browsers share few connections among all tabs of a host. */
export function followEventsWhileVisible(options: EventStreamOptions): () => void {
  let end: (() => void) | undefined;
  const adjust = () => {
    end?.();
    end = document.visibilityState === 'visible' ? followEvents(options) : undefined;
  };
  adjust();
  document.addEventListener('visibilitychange', adjust);
  return () => {
    document.removeEventListener('visibilitychange', adjust);
    end?.();
  };
}
