import type { Log } from '@reaper-sidecar/repair-core';
import type { Response } from 'express';

const LOOK_MS = 5_000;

/**
 * Answers that go on for long end when their caller may not have them any more: logged out, blocked, or the first user
 * was created. Short ones are over before the first look.
 */
export function endWhenNotAllowed(response: Response, isStillGood: () => Promise<boolean>, log: Log): void {
  const timer = setInterval(() => {
    isStillGood().then(
      (good) => {
        if (!good) response.end();
      },
      (error: unknown) => log.debug('Right to an open stream not checked', { error }),
    );
  }, LOOK_MS);
  timer.unref();
  response.once('close', () => clearInterval(timer));
}
