import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import base from '../../eslint.config.mjs';

export default [
  ...base,
  { files: ['**/*.tsx'], ...jsxA11y.flatConfigs.strict },
  { files: ['**/*.ts', '**/*.tsx'], ...reactHooks.configs.flat['recommended-latest'] },
];
