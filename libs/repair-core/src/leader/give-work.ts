import { admit } from '../admission/admit.js';
import { reasonKey, type Grant } from '../admission/admission-input.js';
import type { AssignmentItem } from '../model/assignment.js';
import type { Reason } from '../reasons/reason.js';
import { admissionInput, type AllWork } from './admission-view.js';
import { buildItems } from './build-items.js';
import type { Delivery } from './delivery.js';
import type { HostBook } from './host-book.js';
import { setKeyOf } from './placement.js';
import type { Reign } from './reign.js';
import type { RunBook } from './run-book.js';
import type { SetWork } from './work.js';

/** Gives what may run now to workers, and notes why the rest waits. */
export function giveWork(reign: Reign, delivery: Delivery, work: AllWork): void {
  const { grants, extensions, reasons, passedOver } = admit(admissionInput(reign, work));
  for (const grant of grants) give(reign, delivery, grant, work);
  for (const hostId of extensions) extend(reign, delivery, reign.host(hostId), work);
  for (const run of reign.runs.values()) run.reasons = reasons.get(run.runId) ?? [];
  const told = new Map<string, Reason>();
  for (const [runId, list] of reasons) for (const one of list) told.set(reasonKey(runId, one.replicas), one);
  reign.reasons = told;
  reign.passedOver = passedOver;
}

function give(reign: Reign, delivery: Delivery, { runId, setKey, coordinator }: Grant, work: AllWork): void {
  const run = reign.runs.get(runId);
  const set = work.get(runId)?.sets.get(setKey);
  const host = reign.host(coordinator);
  if (!run || !set) return;
  const items = nextItems(reign, run, set, host, []);
  if (items.length === 0) return;
  run.lastGranted = reign.nextTurn();
  host.lastCoordinated = run.lastGranted;
  host.listSince = reign.now();
  host.progressAt = reign.now();
  run.startedAtMs ??= reign.wallMs();
  delivery.send(host, items, { closes: false });
}

function extend(reign: Reign, delivery: Delivery, host: HostBook, work: AllWork): void {
  const present = host.unfinished();
  const [first] = present;
  const run = first && reign.runs.get(first.runId);
  const set = first && work.get(first.runId)?.sets.get(setKeyOf(first.participants));
  if (!run || !set) return;
  const more = nextItems(reign, run, set, host, present);
  if (more.length > 0) delivery.send(host, [...present, ...more], { closes: false });
}

function nextItems(
  reign: Reign,
  run: RunBook,
  set: SetWork,
  { hostId: coordinator }: HostBook,
  present: readonly AssignmentItem[],
) {
  const predicted = run.pace.predictMs(set.key) ?? 0;
  const wantedMs = Math.max(0, reign.timings.listMs - predicted * present.length);
  return buildItems(run, set, {
    coordinator,
    present,
    maxItems: run.pace.itemsFor(set.key, wantedMs),
    nextStamp: () => reign.tenure.nextStamp(),
    addressOf: (hostId) => reign.cluster.nameOf(hostId),
  });
}
