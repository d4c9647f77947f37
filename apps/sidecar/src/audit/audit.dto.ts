import { ApiProperty } from '../openapi/decorators.js';

export class AuditEntryDto {
  @ApiProperty({ format: 'date-time', example: '2026-07-01T12:00:00.000Z' }) at: string;

  @ApiProperty({ description: 'User, `token:<id>`, `oidc:<name>`, or `anonymous`', example: 'anna' }) actor: string;

  @ApiProperty({ description: 'Operation id', example: 'createRun' }) action: string;

  @ApiProperty({ description: 'Path that was called', example: '/api/v1/runs' }) target: string;

  @ApiProperty({ description: 'Address of the client', example: '10.0.1.17' }) address: string;

  @ApiProperty({ description: 'HTTP status of the answer', type: 'integer', example: 201 }) status: number;

  @ApiProperty({
    description: 'Id of the request in the log of the sidecar',
    example: '7f3a91c2-0000-4000-8000-000000000001',
  })
  requestId: string;
}

export class AuditPageDto {
  @ApiProperty({ type: [AuditEntryDto] }) items: AuditEntryDto[];

  @ApiProperty({ description: 'Pass it as `cursor` for the next page; absent on the last one', required: false })
  nextCursor?: string;
}
