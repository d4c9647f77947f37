import { Controller, Get, Param } from '@nestjs/common';
import { ApiProblems } from '../http/api-documentation.js';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/decorators.js';
import {
  ClusterDto,
  KeyspaceDto,
  KeyspaceListDto,
  KeyspaceParamsDto,
  NodeDto,
  NodeListDto,
  NodeParamsDto,
  SidecarListDto,
} from './cluster.dto.js';
import { ClusterService } from './cluster.service.js';

@ApiTags('cluster')
@Controller('api/v1')
export class ClusterController {
  constructor(private readonly service: ClusterService) {}

  @Get('cluster')
  @ApiOperation({
    operationId: 'getCluster',
    summary: 'Get the cluster',
    description: 'Name, size, leader and number of unfinished runs.',
  })
  @ApiResponse({ status: 200, description: 'The cluster', type: ClusterDto })
  @ApiProblems()
  cluster(): Promise<ClusterDto> {
    return this.service.cluster();
  }

  @Get('nodes')
  @ApiOperation({
    operationId: 'listNodes',
    summary: 'List the nodes',
    description: 'Every node of the ring, as the node beside the asked sidecar sees it.',
  })
  @ApiResponse({ status: 200, description: 'The nodes', type: NodeListDto })
  @ApiProblems()
  async nodes(): Promise<NodeListDto> {
    return { items: await this.service.nodes() };
  }

  @Get('nodes/:hostId')
  @ApiOperation({ operationId: 'getNode', summary: 'Get a node', description: 'One node of the ring by its host id.' })
  @ApiResponse({ status: 200, description: 'The node', type: NodeDto })
  @ApiProblems(400, 404)
  node(@Param() { hostId }: NodeParamsDto): Promise<NodeDto> {
    return this.service.node(hostId);
  }

  @Get('keyspaces')
  @ApiOperation({
    operationId: 'listKeyspaces',
    summary: 'List the keyspaces',
    description: 'Keyspaces with their tables and replication, views excepted.',
  })
  @ApiResponse({ status: 200, description: 'The keyspaces', type: KeyspaceListDto })
  @ApiProblems()
  async keyspaces(): Promise<KeyspaceListDto> {
    return { items: await this.service.keyspaces() };
  }

  @Get('keyspaces/:keyspace')
  @ApiOperation({
    operationId: 'getKeyspace',
    summary: 'Get a keyspace',
    description: 'Replication and tables of one keyspace.',
  })
  @ApiResponse({ status: 200, description: 'The keyspace', type: KeyspaceDto })
  @ApiProblems(400, 404)
  keyspace(@Param() { keyspace }: KeyspaceParamsDto): Promise<KeyspaceDto> {
    return this.service.keyspace(keyspace);
  }

  @Get('sidecars')
  @ApiOperation({
    operationId: 'listSidecars',
    summary: 'List the sidecars',
    description: 'One entry per node of the ring with the last report of its sidecar.',
  })
  @ApiResponse({ status: 200, description: 'The sidecars', type: SidecarListDto })
  @ApiProblems()
  async sidecars(): Promise<SidecarListDto> {
    return { items: await this.service.sidecars() };
  }
}
