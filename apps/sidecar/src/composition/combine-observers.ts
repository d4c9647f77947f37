import type { EngineObserver } from '@reaper-sidecar/repair-core';

/** One observer that tells all of them. */
export function combineObservers(...observers: readonly EngineObserver[]): EngineObserver {
  return {
    segmentStarted: (item) => observers.forEach((one) => one.segmentStarted?.(item)),
    segmentEnded: (item, outcome) => observers.forEach((one) => one.segmentEnded?.(item, outcome)),
    idleGap: (ms) => observers.forEach((one) => one.idleGap?.(ms)),
    leading: (leads, epoch, why) => observers.forEach((one) => one.leading?.(leads, epoch, why)),
    runChanged: (runId, state) => observers.forEach((one) => one.runChanged?.(runId, state)),
    runEnded: (runId, state) => observers.forEach((one) => one.runEnded?.(runId, state)),
    waiting: (runId, reasons) => observers.forEach((one) => one.waiting?.(runId, reasons)),
    decided: (facts) => observers.forEach((one) => one.decided?.(facts)),
  };
}
