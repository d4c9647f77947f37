import { IsUUID, Matches } from 'class-validator';
import { AGE_STATES, type AgeState } from '../ages/table-age.js';
import { ApiProperty } from '../openapi/decorators.js';

export class LeaderDto {
  @ApiProperty({ format: 'uuid' }) hostId: string;
  @ApiProperty({ description: 'Why it took over', example: 'no leader before' }) cause: string;
  @ApiProperty({ format: 'date-time' }) since: string;
}

export class DatacenterDto {
  @ApiProperty({ example: 'dc1' }) name: string;
  @ApiProperty({ type: 'integer' }) nodes: number;
  @ApiProperty({ description: 'Nodes that gossip calls up', type: 'integer' }) up: number;
  @ApiProperty({ type: [String] }) racks: string[];
}

export class ClusterDto {
  @ApiProperty({ example: 'production' }) name: string;
  @ApiProperty({ example: 'org.apache.cassandra.dht.Murmur3Partitioner' }) partitioner: string;
  @ApiProperty({ type: 'integer' }) nodes: number;
  @ApiProperty({ description: 'Nodes that gossip calls up', type: 'integer' }) up: number;
  @ApiProperty({ type: [DatacenterDto] }) datacenters: DatacenterDto[];

  @ApiProperty({ description: 'More than one: the nodes disagree. Empty: unknown.', type: [String] })
  schemaVersions: readonly string[];

  @ApiProperty({ description: 'Absent while nobody leads', type: LeaderDto, required: false }) leader?: LeaderDto;

  @ApiProperty({ description: 'Unfinished runs', type: 'integer' }) activeRuns: number;

  @ApiProperty({ description: 'Host id of the node beside the sidecar that answered', required: false })
  answeredBy?: string;
}

export class NodeDto {
  @ApiProperty({ format: 'uuid' }) hostId: string;
  @ApiProperty({ example: '10.0.1.3:7000' }) address: string;
  @ApiProperty() datacenter: string;
  @ApiProperty() rack: string;
  @ApiProperty({ description: 'As gossip of the asked node tells' }) up: boolean;

  @ApiProperty({ enum: ['NORMAL', 'JOINING', 'LEAVING', 'MOVING'], enumName: 'NodeState' })
  state: 'NORMAL' | 'JOINING' | 'LEAVING' | 'MOVING';

  @ApiProperty({ description: 'Bytes on disk, where known', required: false }) loadBytes?: number;
  @ApiProperty({ description: 'Cassandra version, where known', required: false }) releaseVersion?: string;
  @ApiProperty({ description: 'Number of tokens', type: 'integer' }) tokens: number;
}

export class NodeListDto {
  @ApiProperty({ type: [NodeDto] }) items: NodeDto[];
}

export class NodeParamsDto {
  @ApiProperty({ description: 'Host id of the node', format: 'uuid' })
  @IsUUID('all')
  hostId: string;
}

export class TableDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer' }) gcGraceSeconds: number;
  @ApiProperty({ description: 'Compaction strategy', example: 'SizeTieredCompactionStrategy' }) compaction: string;

  @ApiProperty({
    description: 'Repair age against gc_grace, as in getRepairAge; absent where nothing can be repaired',
    enum: AGE_STATES,
    enumName: 'RepairAgeState',
    required: false,
  })
  repairAge?: AgeState;

  @ApiProperty({
    description: 'Start of the last repair of the oldest range; absent when part of the table was never repaired',
    format: 'date-time',
    required: false,
  })
  lastRepairedAt?: string;
}

export class KeyspaceDto {
  @ApiProperty() name: string;
  @ApiProperty({ example: 'NetworkTopologyStrategy' }) replicationClass: string;

  @ApiProperty({
    description: 'Replicas by datacenter, or under "" for SimpleStrategy',
    type: 'object',
    additionalProperties: { type: 'integer' },
    example: { dc1: 3 },
  })
  replicationFactors: Readonly<Record<string, number>>;

  @ApiProperty({ description: 'Whether a repair could compare anything: more than one replica, and tables' })
  repairable: boolean;

  @ApiProperty({ type: [TableDto] }) tables: TableDto[];
}

export class KeyspaceListDto {
  @ApiProperty({ type: [KeyspaceDto] }) items: KeyspaceDto[];
}

export class KeyspaceParamsDto {
  @ApiProperty({ description: 'Name of the keyspace', example: 'shop' })
  @Matches(/^\w{1,48}$/, { message: '$property must be 1 to 48 letters, digits or underscores' })
  keyspace: string;
}

export class RunningCommandDto {
  @ApiProperty({ format: 'uuid' }) runId: string;
  @ApiProperty({ type: 'integer' }) seq: number;
  @ApiProperty({ enum: ['starting', 'running', 'cancelling'], enumName: 'CommandState' })
  state: 'starting' | 'running' | 'cancelling';
  @ApiProperty({ format: 'date-time' }) since: string;
}

export class DiskSpaceDto {
  @ApiProperty({ description: 'Data directory of the node', example: '/var/lib/cassandra/data' }) directory: string;
  @ApiProperty({ type: 'integer' }) freeBytes: number;
  @ApiProperty({ description: 'Share of what may be used, 0 to 100' }) freePercent: number;
}

export class OtherStreamsDto {
  @ApiProperty({ type: 'integer' }) plans: number;
  @ApiProperty({ description: 'As Cassandra calls them', example: 'Bootstrap, Bulk Load' }) purposes: string;
}

export class SidecarDto {
  @ApiProperty({ format: 'uuid' }) hostId: string;
  @ApiProperty({ example: '10.0.1.3:7000' }) address: string;
  @ApiProperty() datacenter: string;
  @ApiProperty() rack: string;
  @ApiProperty({ description: 'Whether it has ever reported' }) seen: boolean;

  @ApiProperty({
    description: 'Whether its last report is as recent as it promised, by the clock of the answering sidecar',
  })
  alive: boolean;

  @ApiProperty() leader: boolean;
  @ApiProperty({ description: 'Version of the sidecar', required: false }) version?: string;
  @ApiProperty({ required: false }) cassandraVersion?: string;
  @ApiProperty({ description: 'Base URL', required: false }) apiUrl?: string;
  @ApiProperty({ format: 'date-time', required: false }) startedAt?: string;
  @ApiProperty({ format: 'date-time', required: false }) reportedAt?: string;
  @ApiProperty({ description: 'Segment it works on', type: RunningCommandDto, required: false })
  current?: RunningCommandDto;
  @ApiProperty({ description: 'Why it starts nothing although it has work', required: false }) waiting?: string;
  @ApiProperty({ description: 'A repair of somebody else on its node', required: false }) foreignRepair?: string;
  @ApiProperty({ type: 'integer', required: false }) pendingCompactions?: number;
  @ApiProperty({
    description: 'Data directory with the least space; absent when the sidecar does not see the files of its node',
    type: DiskSpaceDto,
    required: false,
  })
  disk?: DiskSpaceDto;
  @ApiProperty({ description: 'Streams that are not of repair', type: OtherStreamsDto, required: false })
  otherStreams?: OtherStreamsDto;
  @ApiProperty({ description: 'Files of hints for nodes that are up, 4.1+', type: 'integer', required: false })
  hintFiles?: number;
  @ApiProperty({ description: 'Nodes that hints are being sent to', type: 'integer', required: false })
  hintDeliveries?: number;
  @ApiProperty({ description: 'Why its node cannot be reached', required: false }) nodeUnreachable?: string;
}

export class SidecarListDto {
  @ApiProperty({ type: [SidecarDto] }) items: SidecarDto[];
}
