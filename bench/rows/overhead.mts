import { floor, httpRequest, ours } from '../contenders.mts';
import { s } from '../finding.mts';
import type { Finding } from '../finding.mts';
import { inTurns } from '../inTurns.mts';
import type { BenchLab } from '../lab.mts';
import { measure } from '../measure.mts';

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
