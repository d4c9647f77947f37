import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEM_TYPES, problemPath, type ProblemCode } from '../http/problem-types.js';

/** The parts of a schema that an example is made of. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Body {
  content?: Record<string, { schema?: Schema; example?: unknown }>;
}

interface Operation {
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
}

const OF_FORMAT: Readonly<Record<string, string>> = {
  uuid: '5f3a1c9e-7d3b-4d57-9d11-0c5b0e7a2f64',
  'date-time': '2026-03-01T06:30:00.000Z',
  date: '2026-03-01',
};

/** Gives every body an example, made of the examples, defaults and types of its properties. */
export function addExamples(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const exampleOf = (schema: Schema): unknown => example(schema, schemas, 0);
  for (const item of Object.values(document.paths)) {
    for (const { requestBody, responses } of Object.values(item as Record<string, Operation>)) {
      if (requestBody) fill(requestBody, exampleOf);
      for (const [status, response] of Object.entries(responses)) {
        fill(response, () => problem(Number(status)), 'application/problem+json');
        fill(response, exampleOf);
      }
    }
  }
}

function fill({ content = {} }: Body, exampleOf: (schema: Schema) => unknown, wanted?: string): void {
  for (const [type, body] of Object.entries(content)) {
    if (body.schema && body.example === undefined && (wanted ?? type) === type) body.example = exampleOf(body.schema);
  }
}

/** A problem of that status, if there is one. */
function problem(status: number): unknown {
  const found = Object.entries(PROBLEM_TYPES).find(([, type]) => type.status === status);
  if (!found) return undefined;
  const code = found[0] as ProblemCode;
  const { title } = found[1];
  return { type: problemPath(code), title, status, code, detail: title, requestId: OF_FORMAT['uuid'] };
}

function example(schema: Schema, schemas: Readonly<Record<string, Schema>>, depth: number): unknown {
  const known = schema.example ?? schema.default ?? schema.enum?.[0];
  if (known !== undefined) return known;
  const other = schema.$ref !== undefined ? schemas[schema.$ref.split('/').pop() ?? ''] : undefined;
  const inner = other ?? schema.allOf?.[0] ?? schema.oneOf?.[0];
  if (inner) return example(inner, schemas, depth + 1);
  if (schema.properties) return objectExample(schema, schemas, depth);
  if (schema.type === 'array') return schema.items && depth < 8 ? [example(schema.items, schemas, depth + 1)] : [];
  return scalarExample(schema);
}

function objectExample(schema: Schema, schemas: Readonly<Record<string, Schema>>, depth: number): unknown {
  const { properties = {}, required = [] } = schema;
  const shown = Object.entries(properties).filter(
    ([name, one]) => required.includes(name) || one.example !== undefined,
  );
  return Object.fromEntries(shown.map(([name, one]) => [name, example(one, schemas, depth + 1)]));
}

function scalarExample({ type, format, minimum }: Schema): unknown {
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  if (type === 'boolean') return false;
  if (type === 'object') return {};
  return OF_FORMAT[format ?? ''] ?? 'text';
}
