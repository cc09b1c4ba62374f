import { ours } from '../contenders.mts';
import { s } from '../finding.mts';
import type { Finding } from '../finding.mts';
import { RUNS } from '../inTurns.mts';
import type { BenchLab } from '../lab.mts';
import { measure, median } from '../measure.mts';

const LATENCY_MS = 100;

/** Counted at the vendor: what n8n spends on the rows' expressions before the first call is told apart. */
export async function latency(lab: BenchLab): Promise<Finding[]> {
	const rates: number[] = [];
	const before: number[] = [];
	await measure(lab, ours(), 500);
	for (let run = 0; run < RUNS; run++) {
		const settings = { latencyMs: LATENCY_MS };
		const { ms, callingMs } = await measure(lab, ours({ concurrency: 10 }), 1000, { settings });
		rates.push(1_000_000 / (callingMs + LATENCY_MS));
		before.push(ms - callingMs - LATENCY_MS);
	}
	const rate = median(rates);
	return [
		{
			row: 'latency',
			work: '1,000 calls, answers after 100 ms, 10 at once',
			found: `${rate.toFixed(1)} calls/s, after ${s(median(before))} in which n8n evaluates and the node checks all rows`,
			promise: '≥ 0.95 × the ideal 100 calls/s',
			ratio: rate / 100,
			kept: rate >= 95,
		},
	];
}
