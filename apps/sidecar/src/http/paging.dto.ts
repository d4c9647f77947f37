import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { ApiProperty } from '../openapi/decorators.js';
import { Optional } from './optional.js';

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 500;

export class PageQueryDto {
  @ApiProperty({
    description: 'Most items of the answer',
    type: 'integer',
    minimum: 1,
    maximum: MAX_PAGE,
    default: DEFAULT_PAGE,
    required: false,
  })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE)
  limit: number = DEFAULT_PAGE;

  @ApiProperty({ description: '`nextCursor` of the page before; absent for the first page', required: false })
  @Optional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  @Matches(/^[\w.~=-]+$/, { message: '$property must be the nextCursor of an earlier answer' })
  cursor?: string;
}
