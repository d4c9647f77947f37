import { type MBeanAccess } from '../connection/mbean-access.js';
import { AutoRepairService } from './auto-repair-service.js';
import { CompactionManager } from './compaction-manager.js';
import { EndpointSnitch } from './endpoint-snitch.js';
import { FailureDetector } from './failure-detector.js';
import { Gossiper } from './gossiper.js';
import { HintsService } from './hints-service.js';
import { JvmRuntime } from './jvm-runtime.js';
import { Metrics } from './metrics.js';
import { CassandraRelease } from './release.js';
import { RepairService } from './repair-service.js';
import { StorageService } from './storage-service.js';
import { StreamManager } from './stream-manager.js';

/** The MBeans of one life of one node, as the release it runs offers them. */
export class CassandraMBeans {
  readonly storageService: StorageService;
  readonly endpointSnitch: EndpointSnitch;
  readonly failureDetector: FailureDetector;
  readonly compactionManager: CompactionManager;
  readonly streamManager: StreamManager;
  readonly metrics: Metrics;
  readonly jvmRuntime: JvmRuntime;
  /** 4.0+. */
  readonly repairService: RepairService | undefined;
  /** 4.0+. */
  readonly gossiper: Gossiper | undefined;
  /** 4.1+. */
  readonly hintsService: HintsService | undefined;
  /** 5.0+. */
  readonly autoRepairService: AutoRepairService | undefined;

  constructor(
    access: MBeanAccess,
    readonly release: CassandraRelease,
  ) {
    this.storageService = new StorageService(access, release);
    this.endpointSnitch = new EndpointSnitch(access);
    this.failureDetector = new FailureDetector(access, release);
    this.compactionManager = new CompactionManager(access);
    this.streamManager = new StreamManager(access);
    this.metrics = new Metrics(access);
    this.jvmRuntime = new JvmRuntime(access);
    this.repairService = release.atLeast(4, 0) ? new RepairService(access) : undefined;
    this.gossiper = release.atLeast(4, 0) ? new Gossiper(access) : undefined;
    this.hintsService = release.atLeast(4, 1) ? new HintsService(access) : undefined;
    this.autoRepairService = release.atLeast(5, 0) ? new AutoRepairService(access) : undefined;
  }

  /** Asks the node for its release first. */
  static async of(access: MBeanAccess): Promise<CassandraMBeans> {
    return new CassandraMBeans(access, CassandraRelease.parse(await StorageService.releaseVersion(access)));
  }
}
