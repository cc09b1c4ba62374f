import { ours } from '../contenders.mts';
import type { Finding } from '../finding.mts';
import { inTurns } from '../inTurns.mts';
import type { BenchLab } from '../lab.mts';

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
