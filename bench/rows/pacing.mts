import { ours } from '../contenders.mts';
import type { Finding } from '../finding.mts';
import type { BenchLab } from '../lab.mts';
import { measure } from '../measure.mts';

export async function pacing(lab: BenchLab): Promise<Finding[]> {
	const settings = { maxPerSecond: 12 };
	const node = ours({ concurrency: 10, requestsPerSecond: 12 });
	const { callingMs, byStatus, count } = await measure(lab, node, 600, { settings });
	const ratio = (count - 1) / (callingMs / 1000) / 12;
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
