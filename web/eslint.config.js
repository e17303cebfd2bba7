// Every rule that is not a recommended one stands here for a class of defect.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    'dist/',
    'examples/react/dist/',
    'examples/crm/',
    'contract/sdk/consumer/',
    'sdk/dist/',
    'sdk/src/gen/',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A state that is added must be thought of wherever states are told apart.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // Numbers in templates say what they mean.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A type that is imported must not keep its module in the bundle.
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['app/src/views/**/*.ts'],
    extends: [wc['flat/recommended'], lit['flat/recommended']],
    rules: {
      // Lit calls the listeners in a template as methods of their component.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  prettier,
);
