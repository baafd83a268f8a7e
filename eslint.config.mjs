// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noMarkup = 'Text goes in as text (textContent, JSX): markup from a string is how scripts get in.';

export default defineConfig(
  globalIgnores([
    'dist*/',
    '.astro/',
    'node_modules/',
    'test-results/',
    'playwright-report/',
    'tests/conformance/corpus/',
  ]),
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({ property, message: noMarkup })),
        { object: 'document', property: 'write', message: noMarkup },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: noMarkup },
        { selector: 'CallExpression[callee.property.name="setHTMLUnsafe"]', message: noMarkup },
      ],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.astro'], rules: { 'astro/no-set-html-directive': 'error' } },
  {
    files: ['public/*.js'],
    languageOptions: { sourceType: 'script' },
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
);
