import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';

/** Who may import whom: docs/architecture.md. A project without tags matches no rule and fails the lint. */
const layers = [
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:domain'] },
  { sourceTag: 'type:protocol', onlyDependOnLibsWithTags: ['type:protocol'] },
  { sourceTag: 'type:adapter', onlyDependOnLibsWithTags: ['type:domain', 'type:protocol'] },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:contract'] },
  {
    allSourceTags: ['type:app', 'platform:node'],
    onlyDependOnLibsWithTags: ['type:domain', 'type:protocol', 'type:adapter', 'type:contract'],
  },
  { allSourceTags: ['type:app', 'platform:web'], onlyDependOnLibsWithTags: ['type:contract', 'type:domain'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:contract', 'type:tool', 'type:domain', 'type:protocol'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:contract', 'type:tool'] },
];

const platforms = [
  {
    sourceTag: 'platform:shared',
    onlyDependOnLibsWithTags: ['platform:shared'],
    bannedExternalImports: ['@nestjs/*', 'cassandra-driver', 'react*', 'express'],
  },
  {
    sourceTag: 'platform:web',
    onlyDependOnLibsWithTags: ['platform:web', 'platform:shared'],
    bannedExternalImports: ['@nestjs/*', 'cassandra-driver', 'express'],
  },
  {
    sourceTag: 'platform:node',
    onlyDependOnLibsWithTags: ['platform:node', 'platform:shared'],
    bannedExternalImports: ['react*'],
  },
];

const boundaries = (depConstraints) => [
  'error',
  { enforceBuildableLibDependency: true, banTransitiveDependencies: false, allow: [], depConstraints },
];

/** Tests of an adapter run against real nodes, so they may use the tools. */
const layersOfTests = layers.map((rule) =>
  rule.sourceTag === 'type:adapter' || rule.sourceTag === 'type:protocol' || rule.allSourceTags?.includes('type:app')
    ? { ...rule, onlyDependOnLibsWithTags: [...rule.onlyDependOnLibsWithTags, 'type:tool'] }
    : rule,
);

const pureCode = {
  'no-restricted-globals': [
    'error',
    ...[
      'setTimeout',
      'setInterval',
      'setImmediate',
      'clearTimeout',
      'clearInterval',
      'process',
      'console',
      'Buffer',
    ].map((name) => ({ name, message: 'Domain code gets time, timers, logging and I/O through ports.' })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Domain code gets the time through the Clock port.' },
    { object: 'Math', property: 'random', message: 'Domain code gets randomness through a port.' },
    { object: 'performance', property: 'now', message: 'Domain code gets the time through the Clock port.' },
  ],
  'no-restricted-imports': ['error', { patterns: [{ regex: '^node:', message: 'Domain code imports no platform.' }] }],
};

export default [
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  { ignores: ['**/dist', '**/out-tsc', '**/*.gen.ts', '**/coverage', '**/vite.config.*.timestamp*'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries([...layers, ...platforms]),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use an `as const` object and a union type.' },
        { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' },
      ],
      'max-lines': ['error', { max: 400, skipComments: true, skipBlankLines: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['libs/segment-planner/src/**/*.ts', 'libs/repair-core/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: pureCode,
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.it.ts', '**/testing/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries([...layersOfTests, ...platforms]),
      // A missing value fails the test either way.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/vite.config.mts', '**/vitest.config.mts'], rules: { 'no-restricted-syntax': 'off' } },
  prettier,
];
