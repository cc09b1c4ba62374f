import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { ensureBuilt } from '../../host/build.mts';
import { packageJson } from '../../host/pack.mts';
import { median } from '../measure.mts';
import type { Finding } from '../finding.mts';

const run = promisify(execFile);

/** n8n has n8n-workflow in memory when it loads a package; everything else counts. */
const timer = `
require('n8n-workflow'); require('crypto');
const start = performance.now();
for (const file of process.argv.slice(1)) require(file);
console.log(performance.now() - start);`;

export async function load(): Promise<Finding[]> {
	await ensureBuilt();
	const { n8n } = await packageJson();
	const files = [...n8n.nodes, ...n8n.credentials].map((file) => resolve(file));
	const times: number[] = [];
	for (let i = 0; i < 7; i++) {
		const { stdout } = await run(process.execPath, ['-e', timer, ...files]);
		times.push(Number(stdout));
	}
	const ms = median(times);
	const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
	const [{ size }] = JSON.parse(stdout) as [{ size: number }];
	return [
		{
			row: 'load',
			work: `require of ${files.length} nodes and credentials, cold`,
			found: `${ms.toFixed(1)} ms`,
			promise: '≤ 40 ms',
			ratio: ms / 40,
			kept: ms <= 40,
		},
		{
			row: 'load',
			work: 'the packed package',
			found: `${(size / 1000).toFixed(0)} kB`,
			promise: '≤ 150 kB',
			ratio: size / 150_000,
			kept: size <= 150_000,
		},
	];
}
