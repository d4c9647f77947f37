// The REST reference as Markdown, from the OpenAPI document.

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Text of docs/api.md. */
export function renderReference({ info, tags, paths, components }) {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({ path, method, ...item[method] })),
  );
  const parts = tags.map(({ name, description }) => {
    const own = operations.filter((operation) => operation.tags?.[0] === name);
    return [`## ${name}`, description, ...own.map(renderOperation)].filter(Boolean).join('\n\n');
  });
  const shapes = Object.entries(components.schemas).map(([name, schema]) => renderSchema(name, schema));
  return `# REST reference

Generated from the OpenAPI document, which every sidecar serves at \`/openapi.json\` and shows at \`/docs\`.
Errors are described in [problems](problems/README.md).

${info.description.trim()}

${parts.join('\n\n')}

## Shapes

${shapes.join('\n\n')}
`;
}

function renderOperation({ path, method, operationId, summary, description, parameters = [], requestBody, responses }) {
  const body = Object.values(requestBody?.content ?? {})[0]?.schema;
  return [
    `### ${summary}`,
    `\`${method.toUpperCase()} ${path}\` (\`${operationId}\`)`,
    description,
    parameters.length > 0 && table(['parameter', 'in', 'type', 'meaning'], parameters.map(parameterRow)),
    body && `Body: ${typeOf(body)}`,
    table(['status', 'answer', 'meaning'], Object.entries(responses).map(responseRow)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const parameterRow = ({ name, in: place, required, schema, description = '' }) => [
  `\`${name}\`${required ? '' : '?'}`,
  place,
  typeOf(schema),
  description,
];

const responseRow = ([status, { description, content = {} }]) => [
  status,
  typeOf(Object.values(content)[0]?.schema),
  description,
];

function renderSchema(name, { description, type, properties = {}, required = [], enum: values }) {
  if (values) return `### ${name}\n\n${values.map((value) => `\`${value}\``).join(', ')}`;
  const rows = Object.entries(properties).map(([property, schema]) => [
    `\`${property}\`${required.includes(property) ? '' : '?'}`,
    typeOf(schema),
    schema.description ?? '',
  ]);
  return [`### ${name}`, description, rows.length > 0 ? table(['property', 'type', 'meaning'], rows) : type]
    .filter(Boolean)
    .join('\n\n');
}

function typeOf(schema) {
  if (!schema) return '';
  if (schema.$ref) return shapeLink(schema.$ref);
  if (schema.allOf?.length === 1) return typeOf(schema.allOf[0]);
  if (schema.oneOf) return schema.oneOf.map(typeOf).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items)}`;
  return [schema.type ?? 'any', schema.format && `(${schema.format})`].filter(Boolean).join(' ');
}

function shapeLink(ref) {
  const name = ref.split('/').pop();
  return `[${name}](#${name.toLowerCase()})`;
}

function table(head, rows) {
  const line = (cells) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
