import { createRequire } from 'node:module';

// n8n's own configuration brings typescript-eslint along; it lints the published sources alone.
const fromN8n = createRequire(createRequire(import.meta.url).resolve('@n8n/node-cli/eslint'));
const js = fromN8n('@eslint/js');
const typescript = fromN8n('typescript-eslint');

/** For what is not published: tests, sandbox, host, bench. */
export default typescript.config(
	{ ignores: ['dist', '.work', '.n8n-home'] },
	{
		files: ['**/*.mts'],
		extends: [js.configs.recommended, typescript.configs.recommended],
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: {
			parserOptions: {
				project: './tsconfig.tools.json',
				tsconfigRootDir: import.meta.dirname,
				warnOnUnsupportedTypeScriptVersion: false,
			},
		},
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
			],
			eqeqeq: 'error',
		},
	},
	{ files: ['**/*.mjs'], extends: [js.configs.recommended], rules: { 'no-undef': 'off' } },
);
