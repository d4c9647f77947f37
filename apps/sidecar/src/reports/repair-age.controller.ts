import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiProblems } from '../http/api-documentation.js';
import { PageQueryDto } from '../http/paging.dto.js';
import { ApiOperation, ApiResponse, ApiTags } from '../openapi/decorators.js';
import {
  AgeMapDto,
  AgeMapQueryDto,
  RepairAgePageDto,
  RepairAgeQueryDto,
  TableParamsDto,
  TableRepairAgeDto,
} from './repair-age.dto.js';
import { RepairAgeService } from './repair-age.service.js';

@ApiTags('reports')
@Controller('api/v1/reports/repair-age')
export class RepairAgeController {
  constructor(private readonly service: RepairAgeService) {}

  @Get()
  @ApiOperation({
    operationId: 'getRepairAge',
    summary: 'Get the repair age of tables',
    description:
      'Every table that can be repaired with its oldest range, measured against gc_grace; the most urgent first. Repairs of this service and of other tools count, where all replicas of a range took part.',
  })
  @ApiResponse({ status: 200, description: 'A page of tables', type: RepairAgePageDto })
  @ApiProblems(400)
  list(@Query() query: RepairAgeQueryDto): Promise<RepairAgePageDto> {
    return this.service.list(query);
  }

  @Get('map')
  @ApiOperation({
    operationId: 'getRepairAgeMap',
    summary: 'Get repair ages over the token space',
    description:
      'The same tables, each as equal slices of the token space with the age of the oldest repair in the slice.',
  })
  @ApiResponse({ status: 200, description: 'A page of tables', type: AgeMapDto })
  @ApiProblems(400)
  map(@Query() query: AgeMapQueryDto): Promise<AgeMapDto> {
    return this.service.map(query);
  }

  @Get(':keyspace/:table')
  @ApiOperation({
    operationId: 'getTableRepairAge',
    summary: 'Get the repair age of a table by range',
    description: 'One table with the age, the replicas and the waiting work of each range, oldest first.',
  })
  @ApiResponse({ status: 200, description: 'The table with a page of its ranges', type: TableRepairAgeDto })
  @ApiProblems(400, 404)
  table(@Param() { keyspace, table }: TableParamsDto, @Query() query: PageQueryDto): Promise<TableRepairAgeDto> {
    return this.service.table(keyspace, table, query);
  }
}
