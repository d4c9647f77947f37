import { Injectable } from '@nestjs/common';
import { RepairAges } from '../ages/repair-ages.js';
import type { TableAge } from '../ages/table-age.js';
import { Backend } from '../backend/backend.js';
import { ReadModel } from '../backend/read-model.js';
import { ApiError } from '../http/api-error.js';
import type { ClusterDto, KeyspaceDto, NodeDto, SidecarDto } from './cluster.dto.js';
import { toDatacenters, toKeyspace, withAges, toLeader, toSidecar } from './cluster.mapper.js';

@Injectable()
export class ClusterService {
  constructor(
    private readonly backend: Backend,
    private readonly readModel: ReadModel,
    private readonly ages: RepairAges,
  ) {}

  async cluster(): Promise<ClusterDto> {
    const { runs } = this.backend.stores;
    const [topology, leader, active] = await Promise.all([
      this.readModel.topology(),
      this.readModel.leader(),
      runs.activeRuns({ onUnreadable: () => undefined }),
    ]);
    const { hostId } = this.backend.self();
    return {
      name: topology.clusterName,
      partitioner: topology.partitioner,
      nodes: topology.nodes.length,
      up: topology.nodes.filter(({ up }) => up).length,
      datacenters: toDatacenters(topology.nodes),
      schemaVersions: topology.schemaVersions,
      ...(leader && { leader: toLeader(leader) }),
      activeRuns: active.length,
      ...(hostId !== undefined && { answeredBy: hostId }),
    };
  }

  async nodes(): Promise<NodeDto[]> {
    const { nodes } = await this.readModel.topology();
    return nodes.map((node) => ({ ...node }));
  }

  async node(hostId: string): Promise<NodeDto> {
    const found = (await this.nodes()).find((node) => node.hostId === hostId);
    if (!found)
      throw new ApiError('NOT_FOUND', `The ring has no node with host id ${hostId}; GET /api/v1/nodes lists them`);
    return found;
  }

  async keyspaces(): Promise<KeyspaceDto[]> {
    const [keyspaces, ages] = await Promise.all([this.backend.schema.keyspaces(), this.tableAges()]);
    return keyspaces.map((keyspace) => withAges(toKeyspace(keyspace), ages));
  }

  async keyspace(name: string): Promise<KeyspaceDto> {
    const found = await this.backend.schema.keyspace(name);
    if (!found)
      throw new ApiError('NOT_FOUND', `Keyspace "${name}" does not exist; GET /api/v1/keyspaces lists those that do`);
    return withAges(toKeyspace(found), await this.tableAges());
  }

  /** The schema is worth showing without ages, too. */
  private tableAges(): Promise<readonly TableAge[]> {
    return this.ages.all().catch(() => []);
  }

  /** One entry per node of the ring, also for nodes whose sidecar never reported. */
  async sidecars(): Promise<SidecarDto[]> {
    const [{ topology, states }, leader] = await Promise.all([this.readModel.sidecars(), this.readModel.leader()]);
    const byHost = new Map(states.map((state) => [state.hostId, state]));
    const nowMs = this.backend.runtime.clock.wallMs();
    return topology.nodes.map((node) => toSidecar(node, byHost.get(node.hostId), leader, nowMs));
  }
}
