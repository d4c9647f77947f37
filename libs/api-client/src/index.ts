export { createApiClient, type ApiClient, type ApiClientOptions } from './api-client.js';
export type { components, operations, paths } from './schema.gen.js';
export type { Schema, SchemaName } from './schema.js';
