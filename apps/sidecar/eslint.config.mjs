import base from '../../eslint.config.mjs';

export default [
  ...base,
  {
    files: ['**/*.ts'],
    // Injection and validation read the types of decorated classes at run time, so these imports and annotations count.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: { '@typescript-eslint/no-inferrable-types': ['error', { ignoreProperties: true }] },
  },
];
