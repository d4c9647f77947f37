import { readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv from 'ajv';
import { buildDocument } from './build-document.js';

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema: object; readonly example: unknown }>>;
}

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
}

describe('The OpenAPI document', () => {
  let document: OpenAPIObject;
  beforeAll(async () => (document = await buildDocument()));

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
    );

  it('is the committed one; if not: node libs/api-client/generate.mjs', () => {
    const committed = readFileSync(require.resolve('@reaper-sidecar/api-client/openapi.json'), 'utf8');
    expect(JSON.parse(JSON.stringify(document))).toEqual(JSON.parse(committed));
  });

  it('names, sums up and describes every operation, each name once', () => {
    const names = operations().map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, operation } of operations()) {
      expect({ path, ...operation }).toMatchObject({ summary: expect.any(String), description: expect.any(String) });
    }
  });

  it('gives every body an example that fits its schema', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'document', components: document.components });
    for (const { path, method, operation } of operations()) {
      const bodies = [operation.requestBody, ...Object.values(operation.responses)];
      for (const { schema, example } of bodies.flatMap((body) => Object.values(body?.content ?? {}))) {
        const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object;
        const fits = ajv.validate(absolute, example);
        expect({ path, method, fits, errors: ajv.errors }).toEqual({ path, method, fits: true, errors: null });
      }
    }
  });

  it('types every answer', () => {
    for (const { path, method, operation } of operations()) {
      for (const [status, response] of Object.entries(operation.responses)) {
        if (status === '204' || status === '304') continue;
        expect({ path, method, status, typed: response.content !== undefined }).toMatchObject({ typed: true });
      }
    }
  });
});
