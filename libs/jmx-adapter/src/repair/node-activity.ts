import { type NodeActivity, type OtherStreams } from '@reaper-sidecar/repair-core';
import { JmxRemoteError } from 'jmx-client-node';
import { type CassandraMBeans } from '../mbeans/cassandra-mbeans.js';
import { UnexpectedAnswerError } from '../mbeans/java-values.js';
import { AccessDeniedError } from '../mbeans/mbean.js';
import { type StreamPlan } from '../mbeans/stream-manager.js';
import { fullestDirectory, type ReadFileSystem } from './disk-space.js';

/** What Cassandra calls the streams of its repairs. */
const REPAIR_STREAMS = 'Repair';

/** Figures of load that the node does not give are left out; without the others it counts as not usable. */
export async function readActivity(mbeans: CassandraMBeans, readFileSystem?: ReadFileSystem): Promise<NodeActivity> {
  const [operationMode, sessions, pendingCompactions, autoRepair, disk, otherStreams, hints] = await Promise.all([
    mbeans.storageService.operationMode(),
    mbeans.repairService?.parentSessions(),
    mbeans.metrics.pendingCompactions(),
    mbeans.autoRepairService?.activeTypes(),
    ifTold(async () => fullestDirectory(await mbeans.storageService.dataDirectories(), readFileSystem)),
    ifTold(async () => otherStreamsOf(await mbeans.streamManager.running())),
    readHints(mbeans),
  ]);
  return {
    operationMode,
    pendingCompactions,
    ...(sessions === undefined ? {} : { sessions }),
    ...(autoRepair === undefined ? {} : { autoRepair }),
    ...(disk === undefined ? {} : { disk }),
    ...(otherStreams === undefined ? {} : { otherStreams }),
    ...hints,
  };
}

async function readHints(mbeans: CassandraMBeans): Promise<Pick<NodeActivity, 'hintDeliveries' | 'hintFiles'>> {
  const [hintDeliveries, hintFiles] = await Promise.all([
    ifTold(() => mbeans.metrics.hintDeliveries()),
    ifTold(() => hintFilesForLiveNodes(mbeans)),
  ]);
  return {
    ...(hintDeliveries === undefined ? {} : { hintDeliveries }),
    ...(hintFiles === undefined ? {} : { hintFiles }),
  };
}

/** Those for nodes that are down wait for as long as these are. */
async function hintFilesForLiveNodes({ hintsService, storageService }: CassandraMBeans): Promise<number | undefined> {
  const pending = await hintsService?.pending();
  if (pending === undefined || pending.length === 0) return pending && 0;
  const live = await storageService.liveHosts();
  return pending.reduce((sum, { hostId, files }) => (live.has(hostId) ? sum + files : sum), 0);
}

function otherStreamsOf(plans: readonly StreamPlan[]): OtherStreams {
  const others = plans.filter(({ purpose }) => purpose !== REPAIR_STREAMS);
  return { plans: others.length, purposes: [...new Set(others.map(({ purpose }) => purpose))].sort().join(', ') };
}

/** A figure that the release lacks or the JMX user may not read is unknown; a lost connection is an error all the same. */
async function ifTold<T>(figure: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await figure();
  } catch (error) {
    const untold = [JmxRemoteError, AccessDeniedError, UnexpectedAnswerError];
    if (untold.some((kind) => error instanceof kind)) return undefined;
    throw error;
  }
}
