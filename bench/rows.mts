import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { NodeDraft } from '../test/support/n8nWorkflow.mts';
import { floor, httpRequest, ours } from './contenders.mts';
import { openLab } from './lab.mts';
import type { BenchLab } from './lab.mts';
import { measure, median } from './measure.mts';
import type { Measured, MeasureOptions } from './measure.mts';

/** One line of the table: what was found, and whether it is what the package promises. */
export interface Finding {
	row: string;
	work: string;
	found: string;
	promise: string;
	ratio: number;
	kept: boolean;
}

const RUNS = 3;

/** Runs the contenders in turns, so that whatever else the machine does meets all of them. */
async function inTurns(
	lab: BenchLab,
	contenders: NodeDraft[],
	rows: number,
	options: MeasureOptions = {},
	runs = RUNS,
): Promise<number[]> {
	const times = contenders.map(() => [] as number[]);
	for (let run = 0; run < runs; run++) {
		for (const [index, node] of contenders.entries()) {
			times[index]!.push((await measure(lab, node, rows, options)).ms);
		}
	}
	return times.map(median);
}

const s = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

export async function overhead(lab: BenchLab): Promise<Finding[]> {
	await measure(lab, ours(), 500);
	const contenders = [ours(), httpRequest(lab.baseUrl), floor(50)];
	const [mine, http, bare] = (await inTurns(lab, contenders, 5000)) as [number, number, number];
	const work = '5,000 calls, instant answers, 50 at once';
	return [
		{
			row: 'overhead',
			work,
			found: `${s(mine)}, HTTP Request ${s(http)}`,
			promise: '≤ 0.45 × HTTP Request',
			ratio: mine / http,
			kept: mine <= 0.45 * http,
		},
		{
			row: 'overhead',
			work,
			found: `${s(mine)}, a bare loop ${s(bare)}`,
			promise: '≤ 1.1 × a bare loop',
			ratio: mine / bare,
			kept: mine <= 1.1 * bare,
		},
	];
}

export async function latency(lab: BenchLab): Promise<Finding[]> {
	const options = { settings: { latencyMs: 100 } };
	const [ms] = (await inTurns(lab, [ours({ concurrency: 10 })], 1000, options)) as [number];
	const ratio = 10_000 / ms;
	return [
		{
			row: 'latency',
			work: '1,000 calls, answers after 100 ms, 10 at once',
			found: `${(1_000_000 / ms).toFixed(1)} calls/s`,
			promise: '≥ 0.95 × the ideal 100 calls/s',
			ratio,
			kept: ratio >= 0.95,
		},
	];
}

export async function pacing(lab: BenchLab): Promise<Finding[]> {
	const settings = { maxPerSecond: 12 };
	const node = ours({ concurrency: 10, requestsPerSecond: 12 });
	const { ms, byStatus } = await measure(lab, node, 600, { settings });
	const ratio = 600 / (ms / 1000) / 12;
	const refused = byStatus['429'] ?? 0;
	return [
		{
			row: 'pacing',
			work: '600 calls at 12 a second, a vendor that refuses the 13th in any second',
			found: `${(ratio * 12).toFixed(2)}/s, ${refused} × 429`,
			promise: '≥ 0.95 × 12/s, at most one 429',
			ratio,
			kept: ratio >= 0.95 && refused <= 1,
		},
	];
}

/** A fresh n8n each, because a process keeps the memory it once had. */
async function alone(node: (lab: BenchLab) => NodeDraft, rows: number): Promise<Measured> {
	const lab = await openLab();
	try {
		await measure(lab, node(lab), 100);
		return await measure(lab, node(lab), rows);
	} finally {
		await lab.close();
	}
}

export async function memoryAndGrowth(): Promise<Finding[]> {
	const large = await alone(() => ours(), 50_000);
	const http = await alone(({ baseUrl }) => httpRequest(baseUrl, 50), 50_000);
	const small = await alone(() => ours(), 5_000);
	const memory = large.peakBytes / http.peakBytes;
	const growth = large.ms / 50_000 / (small.ms / 5_000);
	const mb = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
	return [
		{
			row: 'memory',
			work: '50,000 calls, 50 at once',
			found: `${mb(large.peakBytes)}, HTTP Request in batches of 50 ${mb(http.peakBytes)}`,
			promise: '≤ HTTP Request',
			ratio: memory,
			kept: memory <= 1,
		},
		{
			row: 'growth',
			work: '5,000 → 50,000 calls',
			found: `${(small.ms / 5).toFixed(0)} → ${(large.ms / 50).toFixed(0)} µs a call`,
			promise: '≤ 1.15 × the time a call',
			ratio: growth,
			kept: growth <= 1.15,
		},
	];
}

export async function claims(lab: BenchLab): Promise<Finding[]> {
	const database = join(lab.userFolder, '.n8n', 'database.sqlite');
	const remembered = Array.from({ length: 100_000 }, (_, i) =>
		createHash('md5').update(`earlier ${i}`).digest('base64'),
	);
	const prepare = (workflowId: string) => {
		const db = new DatabaseSync(database, { timeout: 10_000 });
		db.prepare(
			"INSERT INTO processed_data (workflowId, context, value, createdAt, updatedAt) VALUES (?, '', ?, datetime(), datetime())",
		).run(workflowId, JSON.stringify({ mode: 'entries', data: remembered }));
		db.close();
	};
	const plain = ours();
	const once = ours({ callOncePer: 'bench' });
	const [without, withClaims] = [[] as number[], [] as number[]];
	for (let run = 0; run < RUNS; run++) {
		without.push((await measure(lab, plain, 1000)).ms);
		withClaims.push((await measure(lab, once, 1000, { prepare })).ms);
	}
	const ratio = median(withClaims) / median(without);
	return [
		{
			row: 'claims',
			work: '1,000 calls with Call Once Per, 100,000 numbers remembered',
			found: `${s(median(withClaims))}, without ${s(median(without))}`,
			promise: '≤ 2 × without',
			ratio,
			kept: ratio <= 2,
		},
	];
}
