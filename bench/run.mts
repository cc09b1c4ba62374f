import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { openLab } from './lab.mts';
import type { BenchLab } from './lab.mts';
import type { Finding } from './finding.mts';
import { writeIntoReadme } from './readme.mts';
import { bulk } from './rows/bulk.mts';
import { claims } from './rows/claims.mts';
import { fleet } from './rows/fleet.mts';
import { floods } from './rows/floods.mts';
import { latency } from './rows/latency.mts';
import { load } from './rows/load.mts';
import { memoryAndGrowth } from './rows/memory.mts';
import { overhead } from './rows/overhead.mts';
import { pacing } from './rows/pacing.mts';
import { strangers } from './rows/strangers.mts';

const RESULTS = 'bench/results.json';

const inOneN8n =
	(row: (lab: BenchLab) => Promise<Finding[]>, env?: Record<string, string>) => async () => {
		const lab = await openLab(env);
		try {
			return await row(lab);
		} finally {
			await lab.close();
		}
	};

const rows: Record<string, () => Promise<Finding[]>> = {
	overhead: inOneN8n(overhead),
	latency: inOneN8n(latency),
	pacing: inOneN8n(pacing),
	fleet,
	memory: memoryAndGrowth,
	claims: inOneN8n(claims),
	bulk,
	load,
	floods: inOneN8n(floods),
	// What n8n's default expression engine costs a delivery is in the row above; here it would take an hour.
	strangers: inOneN8n(strangers, { N8N_EXPRESSION_ENGINE: 'legacy' }),
};

const WRITE = '--write';
const asked = process.argv.slice(2).filter((argument) => argument !== WRITE);
const unknown = asked.find((name) => !(name in rows));
if (unknown) throw new Error(`No bench row "${unknown}": ${Object.keys(rows).join(', ')}`);

const findings: Finding[] = [];
for (const [name, row] of Object.entries(rows)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	console.log(`── ${name}`);
	const found = await row();
	for (const { found: what, promise, ratio, kept } of found) {
		console.log(`   ${kept ? 'kept  ' : 'MISSED'} ${ratio.toFixed(2)}  (${promise})  ${what}`);
	}
	findings.push(...found);
}

const { version } = JSON.parse(await readFile('host/node_modules/n8n/package.json', 'utf8')) as {
	version: string;
};
const machine = {
	cores: cpus().length,
	memoryGiB: Math.round(totalmem() / 2 ** 30),
	node: process.version,
	n8n: version,
};
if (asked.length === 0 || process.argv.includes(WRITE)) {
	const known = JSON.parse(await readFile(RESULTS, 'utf8')) as { findings: Finding[] };
	const all = inPlaceOf(known.findings, findings);
	await writeFile(RESULTS, `${JSON.stringify({ machine, findings: all }, null, '\t')}\n`);
	await writeIntoReadme(machine, all);
	console.log(`Written to ${RESULTS} and README.md.`);
}
process.exit(findings.every(({ kept }) => kept) ? 0 : 1);

/** New findings where the rows of that name stood; rows that were not asked for stay. */
function inPlaceOf(earlier: Finding[], found: Finding[]): Finding[] {
	const names = new Set([...earlier, ...found].map(({ row }) => row));
	return [...names].flatMap((name) => {
		const now = found.filter(({ row }) => row === name);
		return now.length > 0 ? now : earlier.filter(({ row }) => row === name);
	});
}
