import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { ensureInstalled } from '../host/install.mjs';
import { node24, runUnderNode24 } from '../host/node24.mjs';

/** One after the other; what stands in one list runs side by side. */
const rounds = [
	[
		{ name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
		{ name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
	],
	[{ name: 'build', command: [node24, 'host/buildNow.mts'] }],
	[
		{ name: 'verify', command: [node24, 'host/verify/start.mts', '--linted'] },
		{ name: 'unit', jest: ['--selectProjects', 'unit', '--maxWorkers', '100%'] },
	],
	[
		{
			name: 'n8n',
			jest: ['--selectProjects', 'n8n', '-i'],
			// Floods and waits side by side, each with an n8n of its own: one keeps a core busy, the other waits.
			parts: [
				['--testPathPatterns', 'Trigger\\.test'],
				['--testPathIgnorePatterns', 'Trigger\\.test'],
			],
		},
		{ name: 'editor', jest: ['--selectProjects', 'editor', '-i'] },
	],
	[{ name: 'queue', jest: ['--selectProjects', 'queue', '-i'], onlyWhenAsked: true }],
];

const asked = process.argv.slice(2);
const names = rounds.flat().map(({ name }) => name);
const chosen = asked.filter((argument) => names.includes(argument));
const forJest = asked.filter((argument) => !names.includes(argument));

ensureInstalled();
const counts = { passed: 0, failed: 0 };
const wanted = ({ name, onlyWhenAsked }) =>
	chosen.length ? chosen.includes(name) : !onlyWhenAsked;
for (const round of rounds) {
	const passed = await Promise.all(round.filter(wanted).map(passes));
	if (passed.includes(false)) break;
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed ? 1 : 0;

async function passes(stage) {
	console.log(`\n── ${stage.name} ──`);
	const started = Date.now();
	const { ok, passed = 0, failed = 0 } = stage.jest ? await parts(stage) : await command(stage);
	counts.passed += passed;
	counts.failed += ok ? failed : Math.max(failed, 1);
	const seconds = ((Date.now() - started) / 1_000).toFixed(1);
	console.log(`── ${stage.name} ${ok ? 'passed' : 'failed'} after ${seconds} s`);
	return ok;
}

async function command({ command: [program, ...args] }) {
	return { ok: (await runUnderNode24(program, args)) === 0 };
}

/** Whoever asks for certain tests gets them in one run. */
async function parts(stage) {
	const chosen = stage.parts && forJest.length === 0 ? stage.parts : [[]];
	const runs = await Promise.all(chosen.map((part, index) => jest(stage, part, index)));
	const sum = (name) => runs.reduce((total, run) => total + (run[name] ?? 0), 0);
	return { ok: runs.every(({ ok }) => ok), passed: sum('passed'), failed: sum('failed') };
}

/** The flag lets tests load packages that are ES modules only. */
async function jest(stage, part, index) {
	const report = join(process.cwd(), '.work', `jest-${stage.name}-${index}.json`);
	mkdirSync('.work', { recursive: true });
	rmSync(report, { force: true });
	const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
	const reporting = ['--silent', '--json', `--outputFile=${report}`];
	const args = ['node_modules/jest/bin/jest.js', ...stage.jest, ...part, ...forJest, ...reporting];
	const code = await runUnderNode24(node24, [...node, ...args]);
	return { ok: code === 0, ...results(report) };
}

function results(report) {
	try {
		const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
		return { passed: numPassedTests, failed: numFailedTests };
	} catch {
		return {};
	}
}
