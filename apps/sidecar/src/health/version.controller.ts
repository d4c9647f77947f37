import { Controller, Get } from '@nestjs/common';
import { Backend } from '../backend/backend.js';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '../openapi/decorators.js';

export class VersionDto {
  @ApiProperty({ example: 'reaper-sidecar' }) name: string;
  @ApiProperty({ example: '0.1.0' }) version: string;
  @ApiProperty({ description: 'Version of Node.js', example: '20.20.2' }) node: string;
}

@ApiTags('operations')
@Controller('version')
export class VersionController {
  constructor(private readonly backend: Backend) {}

  @Get()
  @ApiOperation({ operationId: 'getVersion', summary: 'Get the version', description: 'Of this sidecar.' })
  @ApiResponse({ status: 200, description: 'The version', type: VersionDto })
  version(): VersionDto {
    return { name: 'reaper-sidecar', version: this.backend.self().version, node: process.versions.node };
  }
}
