import type { NodePressure } from '../model/node-state.js';
import type { HostFacts } from './admission-input.js';
import type { AdmissionLimits } from './limits.js';
import type { Obstacle } from './obstacle.js';

/** Why this host should not take part in a repair now, whatever our own work. */
export function hostObstacles(host: HostFacts, limits: AdmissionLimits): readonly Obstacle[] {
  return [
    nodeObstacle(host),
    foreignRepair(host),
    ...loadObstacles(host, limits),
    unknownPressure(host, limits),
    missingFigures(host, limits),
  ].filter((obstacle) => obstacle !== undefined);
}

function nodeObstacle({ name, node, pressure, sidecar }: HostFacts): Obstacle | undefined {
  if (!node) return { code: 'REPLICA_DOWN', evidence: `${name} is not in the ring` };
  if (!node.up) return { code: 'REPLICA_DOWN', evidence: `${name} is down` };
  if (node.state !== 'NORMAL') return { code: 'NODE_NOT_NORMAL', evidence: `${name} is ${node.state}` };
  const mode = sidecar === 'live' ? pressure?.operationMode : undefined;
  if (mode !== undefined && mode !== 'NORMAL') return { code: 'NODE_NOT_NORMAL', evidence: `${name} says ${mode}` };
  return undefined;
}

/** What a silent sidecar last said of a foreign repair says nothing of now. */
function foreignRepair({ name, foreign, sidecar }: HostFacts): Obstacle | undefined {
  if (!foreign || sidecar !== 'live') return undefined;
  return { code: 'FOREIGN_REPAIR', evidence: `${name}: ${foreign.detail}` };
}

/** Figures above a limit, those of a sidecar that has fallen silent for as long as they may still be true. */
function loadObstacles({ name, sidecar, silentForMs, pressure = {} }: HostFacts, limits: AdmissionLimits) {
  if (sidecar !== 'live' && silentForMs > limits.unknownPressureWaitMs) return [];
  const said: readonly (readonly [Obstacle['code'], string | undefined])[] = [
    ['PENDING_COMPACTIONS', tooManyCompactions(pressure, limits)],
    ['DISK_HEADROOM', tooLittleSpace(pressure, limits)],
    ['OTHER_STREAMS', otherStreams(pressure, limits)],
    ['HINTS_PENDING', tooManyHints(pressure, limits)],
  ];
  return said.flatMap(([code, text]) => (text === undefined ? [] : [{ code, evidence: `${name} ${text}` }]));
}

function tooManyCompactions({ pendingCompactions: pending }: NodePressure, limits: AdmissionLimits) {
  if (pending === undefined || pending <= limits.maxPendingCompactions) return undefined;
  return `has ${pending} pending compactions, the limit is ${limits.maxPendingCompactions}`;
}

function tooLittleSpace({ disk }: NodePressure, limits: AdmissionLimits) {
  if (!disk || disk.freePercent >= limits.minFreeDiskPercent) return undefined;
  const free = `${disk.freePercent.toFixed(1)} % (${(disk.freeBytes / 2 ** 30).toFixed(1)} GiB)`;
  return `has ${free} free in ${disk.directory}, the limit is ${limits.minFreeDiskPercent} %`;
}

function otherStreams({ otherStreams: streams }: NodePressure, limits: AdmissionLimits) {
  if (!streams || streams.plans <= limits.maxOtherStreams) return undefined;
  return `has ${streams.plans} stream(s) that are not of repair (${streams.purposes}), the limit is ${limits.maxOtherStreams}`;
}

function tooManyHints({ hintFiles = 0, hintDeliveries = 0 }: NodePressure, limits: AdmissionLimits) {
  if (hintFiles > limits.maxHintFiles) {
    return `has ${hintFiles} files of hints for nodes that are up, the limit is ${limits.maxHintFiles}`;
  }
  if (hintDeliveries <= limits.maxHintDeliveries) return undefined;
  return `sends hints to ${hintDeliveries} nodes, the limit is ${limits.maxHintDeliveries}`;
}

/** Figures that stopped coming: for a while the node counts as busy. A host without a sidecar never had any. */
function unknownPressure({ name, ...host }: HostFacts, limits: AdmissionLimits): Obstacle | undefined {
  const { unreachable, unreachableForMs } = host.pressure ?? {};
  const isCutOff = host.sidecar === 'live' && unreachable !== undefined;
  const forMs = host.sidecar === 'silent' ? host.silentForMs : isCutOff ? unreachableForMs : undefined;
  if (forMs === undefined || forMs > limits.unknownPressureWaitMs) return undefined;
  const seconds = Math.round(forMs / 1000);
  const why = isCutOff ? `: ${unreachable}` : '';
  return {
    code: 'PRESSURE_UNKNOWN',
    evidence: `${name} has not told its load for ${seconds} s and is treated as busy${why}`,
    forMs: limits.unknownPressureWaitMs - forMs,
  };
}

const FIGURES = {
  pendingCompactions: 'pending compactions',
  disk: 'disk space',
  otherStreams: 'streams',
  hintDeliveries: 'hints',
} as const satisfies Partial<Record<keyof NodePressure, string>>;

/** Only where the operator wants no repair without them: a figure may be missing for good. */
function missingFigures({ name, sidecar, pressure }: HostFacts, limits: AdmissionLimits): Obstacle | undefined {
  if (!limits.requireLoadFigures) return undefined;
  const told = sidecar === 'live' ? pressure : undefined;
  const missing = Object.entries(FIGURES).filter(([figure]) => told?.[figure as keyof typeof FIGURES] === undefined);
  if (missing.length === 0) return undefined;
  const words = missing.map(([, word]) => word).join(', ');
  return { code: 'PRESSURE_UNKNOWN', evidence: `${name} does not tell its ${words}, and repair needs the figures` };
}
