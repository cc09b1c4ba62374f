const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const typescript = [
	'@swc/jest',
	{
		jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
		module: { type: 'commonjs' },
		sourceMaps: 'inline',
	},
];

/** One jest project a test layer: `jest --selectProjects unit`. */
const layer = (displayName, folders, more = {}) => ({
	displayName,
	rootDir: __dirname,
	testMatch: folders.map((name) =>
		name.endsWith('.mts') ? `<rootDir>/test/${name}` : `<rootDir>/test/${name}/**/*.test.mts`,
	),
	moduleFileExtensions: ['mts', 'ts', 'js', 'cjs', 'mjs', 'json', 'node'],
	transform: { '\\.m?ts$': typescript },
	...more,
});

/** Layers that need a running n8n, and folders without tests of their own. */
const others = ['n8n', 'editor', 'queue', 'crashes', 'mutation', 'support'];

/** Every other folder of tests: a new vendor's is found. */
const units = readdirSync(join(__dirname, 'test'), { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && !others.includes(entry.name))
	.map(({ name }) => name);

module.exports = {
	// A machine that is busy with other things is no fault of the node.
	testTimeout: 90_000,
	coverageProvider: 'babel',
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageDirectory: '.work/coverage',
	coverageReporters: ['text', 'json', 'html'],
	coverageThreshold: { global: { lines: 95, branches: 95 } },
	projects: [
		layer('unit', units),
		layer('n8n', ['n8n'], {
			globalSetup: '<rootDir>/test/n8n/setup.mts',
			globalTeardown: '<rootDir>/test/support/teardown.mts',
		}),
		layer('editor', ['editor'], {
			globalSetup: '<rootDir>/test/editor/setup.mts',
			globalTeardown: '<rootDir>/test/support/teardown.mts',
		}),
		layer('queue', ['queue', 'n8n/examples*.test.mts'], {
			globalSetup: '<rootDir>/test/queue/setup.mts',
			globalTeardown: '<rootDir>/test/support/teardown.mts',
		}),
	],
};
