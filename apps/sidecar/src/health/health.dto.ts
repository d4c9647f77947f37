import { ApiProperty } from '../openapi/decorators.js';
import type { Component } from './readiness.js';

export class LivenessDto {
  @ApiProperty({ enum: ['alive'] }) status: 'alive';
}

export class ComponentStateDto {
  @ApiProperty({ enum: ['ready', 'starting', 'failing'], enumName: 'ComponentHealth' })
  state: 'ready' | 'starting' | 'failing';

  @ApiProperty({ description: 'What is waited for or what failed', example: 'connected to 127.0.0.1:9042' })
  detail: string;
}

export class ComponentsDto implements Readonly<Record<Component, ComponentStateDto>> {
  @ApiProperty({ description: 'Place as the only sidecar beside the node', type: ComponentStateDto })
  lock: ComponentStateDto;

  @ApiProperty({ description: 'JMX of the own node', type: ComponentStateDto }) jmx: ComponentStateDto;

  @ApiProperty({ description: 'CQL of the own node', type: ComponentStateDto }) cql: ComponentStateDto;

  @ApiProperty({ description: 'Keyspace of the sidecars', type: ComponentStateDto }) schema: ComponentStateDto;

  @ApiProperty({ description: 'Who may use the API', type: ComponentStateDto }) access: ComponentStateDto;

  @ApiProperty({ description: 'Executes repairs on the own node', type: ComponentStateDto }) worker: ComponentStateDto;

  @ApiProperty({ description: 'Leads, or watches who leads', type: ComponentStateDto }) leader: ComponentStateDto;
}

export class ReadinessDto {
  @ApiProperty({ enum: ['ready', 'not-ready'], enumName: 'ReadinessStatus' }) status: 'ready' | 'not-ready';

  @ApiProperty({ type: ComponentsDto }) components: ComponentsDto;
}
