import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

/** The time of this browser, anew every second. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const ticks = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(ticks);
  }, []);
  return nowMs;
}
