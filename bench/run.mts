import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { openLab } from './lab.mts';
import type { BenchLab } from './lab.mts';
import type { Finding } from './finding.mts';
import { writeIntoReadme } from './readme.mts';
import { bulk } from './rows/bulk.mts';
import { claims } from './rows/claims.mts';
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
	memory: memoryAndGrowth,
	claims: inOneN8n(claims),
	bulk,
	load,
	floods: inOneN8n(floods),
	// What n8n's default expression engine costs a delivery is in the row above; here it would take an hour.
	strangers: inOneN8n(strangers, { N8N_EXPRESSION_ENGINE: 'legacy' }),
};

const asked = process.argv.slice(2);
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
if (asked.length === 0) {
	await writeFile(RESULTS, `${JSON.stringify({ machine, findings }, null, '\t')}\n`);
	await writeIntoReadme(machine, findings);
	console.log(`Written to ${RESULTS} and README.md.`);
}
process.exit(findings.every(({ kept }) => kept) ? 0 : 1);
