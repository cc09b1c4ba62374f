const { createRequire } = require('node:module');
const { join } = require('node:path');
const { projects } = require('../../jest.config.js');

const { displayName, ...unit } = projects[0];

/** jest's own environment: a strict package manager hides it from those that do not depend on it. */
const environment = ['jest', '@jest/core', 'jest-config', 'jest-environment-node'].reduce(
	(from, name) => createRequire(from).resolve(name),
	__filename,
);

/** The unit layer, of which only the tests of one group. */
module.exports = {
	...unit,
	rootDir: join(__dirname, '../..'),
	testEnvironment: environment,
	testMatch: JSON.parse(process.env.MUTATION_TESTS).map((path) => `<rootDir>/${path}`),
};
