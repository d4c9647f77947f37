import type { components } from './schema.gen.js';

/** Names of the types of the API, for example `RunDto`. */
export type SchemaName = keyof components['schemas'];

/** A type of the API by name: `Schema<'RunDto'>`. */
export type Schema<Name extends SchemaName> = components['schemas'][Name];
