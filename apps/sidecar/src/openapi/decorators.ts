import 'reflect-metadata';
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

const decorators: Decorators = documentation.wanted ? (require('@nestjs/swagger') as typeof Swagger) : silent;

/** Decorators of @nestjs/swagger, or empty ones in a process that does not write the document. */
export const { ApiExtraModels, ApiHeader, ApiParam, ApiProduces, ApiProperty, ApiResponse, ApiTags }: Decorators =
  decorators;

const OPERATION_ID = 'reaper:operation-id';

/** Keeps the id also in a process that writes no document: permissions and the audit trail go by operation. */
export const ApiOperation: Decorators['ApiOperation'] = (options) => (target, key, descriptor) => {
  Reflect.defineMetadata(OPERATION_ID, options.operationId, descriptor.value as object);
  decorators.ApiOperation(options)(target, key, descriptor);
};

/** Operation id of a route's handler. */
export function operationIdOf(handler: object): string | undefined {
  return Reflect.getMetadata(OPERATION_ID, handler) as string | undefined;
}
