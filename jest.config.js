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

module.exports = {
	projects: [
		layer('unit', ['shared', 'form', 'contract', 'altur', 'gurusup', 'zaia', 'sandbox', 'verify']),
		layer('n8n', ['n8n'], {
			globalSetup: '<rootDir>/test/n8n/setup.mts',
			globalTeardown: '<rootDir>/test/n8n/teardown.mts',
		}),
		layer('editor', ['editor'], {
			globalSetup: '<rootDir>/test/editor/setup.mts',
			globalTeardown: '<rootDir>/test/editor/teardown.mts',
		}),
		layer('queue', ['queue', 'n8n/examples*.test.mts'], {
			globalSetup: '<rootDir>/test/queue/setup.mts',
			globalTeardown: '<rootDir>/test/queue/teardown.mts',
		}),
	],
};
