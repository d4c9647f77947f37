import type * as Swagger from '@nestjs/swagger';
import { documentation } from './documentation.js';

type Decorators = Pick<
  typeof Swagger,
  | 'ApiExtraModels'
  | 'ApiHeader'
  | 'ApiOperation'
  | 'ApiParam'
  | 'ApiProduces'
  | 'ApiProperty'
  | 'ApiResponse'
  | 'ApiTags'
>;

const nothing = () => () => undefined;

const silent: Decorators = {
  ApiExtraModels: nothing,
  ApiHeader: nothing,
  ApiOperation: nothing,
  ApiParam: nothing,
  ApiProduces: nothing,
  ApiProperty: nothing,
  ApiResponse: nothing,
  ApiTags: nothing,
};

/** Decorators of @nestjs/swagger, or empty ones in a process that does not write the document. */
export const {
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiProperty,
  ApiResponse,
  ApiTags,
}: Decorators = documentation.wanted ? (require('@nestjs/swagger') as typeof Swagger) : silent;
