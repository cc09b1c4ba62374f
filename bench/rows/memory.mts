import { alone } from '../alone.mts';
import { httpRequest, ours } from '../contenders.mts';
import { mb } from '../finding.mts';
import type { Finding } from '../finding.mts';

export async function memoryAndGrowth(): Promise<Finding[]> {
	const large = await alone(() => ours(), 50_000);
	const http = await alone(({ baseUrl }) => httpRequest(baseUrl, 50), 50_000);
	const small = await alone(() => ours(), 5_000);
	const memory = large.peakBytes / http.peakBytes;
	const growth = large.ms / 50_000 / (small.ms / 5_000);
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
