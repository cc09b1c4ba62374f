import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Stryker } from '@stryker-mutator/core';
import { groups } from './groups.mjs';

/** Below this the command fails. */
const lowest = 85;
const folder = '.work/mutation';

const asked = process.argv.slice(2);
const chosen = groups.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (chosen.length === 0) {
	throw new Error(`No such group; there are ${groups.map(({ name }) => name).join(', ')}`);
}
mkdirSync(folder, { recursive: true });
const all = [];
for (const group of chosen) all.push(...(await mutantsOf(group)));
const byFile = Object.groupBy(all, ({ fileName }) => fileName);
for (const [file, mutants] of Object.entries(byFile)) console.log(line(file, mutants));
console.log(line('All', all));
if (score(all) < lowest) process.exitCode = 1;

/** One run of the mutation tester; what an earlier run found out about unchanged code is kept. */
async function mutantsOf({ name, mutate, tests }) {
	process.env.MUTATION_TESTS = JSON.stringify(tests);
	const stryker = new Stryker({
		mutate,
		testRunner: 'jest',
		plugins: ['@stryker-mutator/jest-runner'],
		jest: { configFile: 'test/mutation/jest.config.cjs', enableFindRelatedTests: false },
		testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
		coverageAnalysis: 'perTest',
		concurrency: Number(process.env.MUTATION_WORKERS ?? availableParallelism()),
		ignorePatterns: ['.work', 'dist', 'coverage', 'bench', 'docs', '.n8n-home', '.git'],
		tempDirName: `${folder}/${name}`,
		incremental: true,
		incrementalFile: `${folder}/${name}.incremental.json`,
		reporters: ['json', 'html', 'progress-append-only'],
		allowConsoleColors: false,
		jsonReporter: { fileName: `${folder}/${name}.json` },
		htmlReporter: { fileName: `${folder}/${name}.html` },
		thresholds: { high: 95, low: lowest, break: null },
		timeoutMS: 12_000,
		allowEmpty: false,
	});
	await stryker.runMutationTest();
	const { files } = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
	// What was kept of an earlier run may be about files that another group has now.
	const own = Object.entries(files).filter(([fileName]) => globSync(mutate).includes(fileName));
	return own.flatMap(([fileName, { mutants, source }]) =>
		mutants.map((mutant) => ({ ...mutant, fileName, source })),
	);
}

function isKilled({ status }) {
	return status === 'Killed' || status === 'Timeout';
}

function isValid(mutant) {
	return isKilled(mutant) || mutant.status === 'Survived' || mutant.status === 'NoCoverage';
}

function score(mutants) {
	const valid = mutants.filter(isValid);
	return valid.length === 0 ? 100 : (100 * valid.filter(isKilled).length) / valid.length;
}

function line(name, mutants) {
	const valid = mutants.filter(isValid);
	const killed = valid.filter(isKilled).length;
	return `${score(mutants).toFixed(1).padStart(6)} %  ${String(killed).padStart(5)} of ${String(valid.length).padEnd(5)} ${name}`;
}
