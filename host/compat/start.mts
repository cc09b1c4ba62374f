import { ensureBuilt } from '../build.mts';
import { installVersion } from './install.mts';
import { installationOf } from './installation.mts';
import { testsIn } from './testsIn.mts';
import { supported } from './versions.mts';
import { laterExamples } from './vintage.mts';

/** Runs the tests of real n8n in the oldest and the newest n8n that are supported, or in the one asked for. */
const asked = process.argv.slice(2);
const ends = (['oldest', 'newest'] as const).filter((end) => !asked.length || asked.includes(end));
await ensureBuilt();
let good = ends.length > 0;
for (const end of ends) good = (await works(end)) && good;
process.exitCode = good ? 0 : 1;

async function works(end: 'oldest' | 'newest'): Promise<boolean> {
	const version = supported[end];
	console.log(`\n── n8n ${version.n8n} on Node ${version.node}, the ${end} supported ──`);
	await installVersion(version);
	const later = await laterExamples(installationOf(version.n8n));
	for (const [file, node] of later) console.error(`examples/${file} needs ${node}.`);
	return (await testsIn(version)) && later.size === 0;
}
