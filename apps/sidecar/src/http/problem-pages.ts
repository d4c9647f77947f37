import type { RequestHandler } from 'express';
import { ApiError } from './api-error.js';
import { PROBLEM_GUIDE } from './problem-guide.js';
import { PROBLEM_TYPES, problemName, type ProblemCode } from './problem-types.js';

const CODES = (Object.keys(PROBLEM_TYPES) as ProblemCode[]).sort();
const BY_NAME: ReadonlyMap<string, ProblemCode> = new Map(CODES.map((code) => [problemName(code), code] as const));

/** Markdown of the page about every problem and of their list, by file name. */
export function problemPages(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', list()],
    ...CODES.map((code): [string, string] => [`${problemName(code)}.md`, page(code)]),
  ]);
}

/** Serves the pages as text under the path that `type` of a problem names. */
export function serveProblemPages(): RequestHandler {
  return ({ params: { name } }, response) => {
    const code = BY_NAME.get(String(name));
    if (name !== undefined && code === undefined) throw new ApiError('NOT_FOUND', 'There is no problem of that name');
    response.type('text/markdown').send(code === undefined ? list() : page(code));
  };
}

function page(code: ProblemCode): string {
  const { status, title } = PROBLEM_TYPES[code];
  const { why, remedy } = PROBLEM_GUIDE[code];
  return `# ${title}

Code \`${code}\`, HTTP status ${status}.

## What it means

${why}

## What to do

${remedy}
`;
}

function list(): string {
  const rows = CODES.map((code) => {
    const { status, title } = PROBLEM_TYPES[code];
    return `| [\`${code}\`](${problemName(code)}.md) | ${status} | ${title} |`;
  });
  return `# Problems

Every error of the API is a problem (RFC 9457). Programs look at \`code\`, which never changes its meaning; \`type\` is
the path of one of these pages, which every sidecar serves itself.

| code | status | meaning |
| --- | --- | --- |
${rows.join('\n')}
`;
}
