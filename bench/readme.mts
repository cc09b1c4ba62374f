import { readFile, writeFile } from 'node:fs/promises';
import type { Finding } from './finding.mts';

/** The machine that the numbers come from. */
export interface Machine {
	cores: number;
	memoryGiB: number;
	node: string;
	n8n: string;
}

const line = ({ row, work, found, promise, ratio }: Finding): string =>
	`| ${row} | ${work} | ${found} | ${ratio.toFixed(2)} | ${promise} |`;

/** Puts the findings into the README's "How fast" table. */
export async function writeIntoReadme(machine: Machine, findings: Finding[]): Promise<void> {
	const table = [
		`On ${machine.cores} cores with ${machine.memoryGiB} GiB, n8n ${machine.n8n}, Node.js ${machine.node}:`,
		'',
		'| Row | Work | Found | Ratio | Promised |',
		'|---|---|---|---|---|',
		...findings.map(line),
	].join('\n');
	const readme = await readFile('README.md', 'utf8');
	const between = /(<!-- bench -->)[\s\S]*?(<!-- \/bench -->)/;
	await writeFile('README.md', readme.replace(between, `$1\n\n${table}\n\n$2`));
}
