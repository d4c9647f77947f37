/**
 * Whether this process writes the OpenAPI document. Must be set before any class with documentation decorators is
 * loaded. A serving process answers with the committed document and saves the memory of the generator (6 MB).
 */
export const documentation = { wanted: false };
