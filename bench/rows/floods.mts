import type { BenchLab } from '../lab.mts';
import type { Finding } from '../finding.mts';
import { alturTrigger, guruSupTrigger, webhookNode } from '../floods/doors.mts';
import { flood, untilRun } from '../floods/flood.mts';
import type { Flood } from '../floods/flood.mts';
import { median } from '../measure.mts';

const deliveries = 500;

/** Odd, and more than elsewhere: the slowest of a few hundred are those that something else delayed. */
const TURNS = 5;

const middle = (floods: Flood[]): Flood => ({
	perSecond: median(floods.map(({ perSecond }) => perSecond)),
	p99Ms: median(floods.map(({ p99Ms }) => p99Ms)),
});

/** Both triggers beside n8n's own Webhook node with Header Auth, in turns, and then with wrong keys. */
export async function floods(lab: BenchLab): Promise<Finding[]> {
	const doors = [await webhookNode(lab), await guruSupTrigger(lab), await alturTrigger(lab)];
	for (const door of doors) await flood(door, door.right, 100, 200);
	const right = doors.map(() => [] as Flood[]);
	const wrong = doors.map(() => [] as Flood[]);
	for (let run = 0; run < TURNS; run++) {
		for (const [index, door] of doors.entries()) {
			right[index]!.push(await flood(door, door.right, deliveries, 200));
			await untilRun(lab, door, 100 + (run + 1) * deliveries);
		}
		for (const [index, door] of doors.entries()) {
			const status = index === 0 ? 403 : 401;
			wrong[index]!.push(await flood(door, door.wrong, deliveries, status));
		}
	}
	const [own, ...ours] = right.map(middle);
	return ours.flatMap((found, index) =>
		against(doors[index + 1]!.name, found, own!, middle(wrong[index + 1]!)),
	);
}

function against(name: string, ours: Flood, own: Flood, wrong: Flood): Finding[] {
	const rate = ours.perSecond / own.perSecond;
	const slowest = ours.p99Ms / own.p99Ms;
	const refusals = wrong.perSecond / ours.perSecond;
	const each = (flood: Flood) => `${flood.perSecond.toFixed(0)}/s`;
	return [
		{
			row: 'floods',
			work: `${name}: ${deliveries} deliveries, 10 at once`,
			found: `${each(ours)}, n8n's Webhook node ${each(own)}`,
			promise: '≥ 0.95 × the Webhook node',
			ratio: rate,
			kept: rate >= 0.95,
		},
		{
			row: 'floods',
			work: `${name}: the slowest hundredth of them`,
			found: `${ours.p99Ms} ms, n8n's Webhook node ${own.p99Ms} ms`,
			promise: '≤ 1.1 × the Webhook node',
			ratio: slowest,
			kept: slowest <= 1.1,
		},
		{
			row: 'floods',
			work: `${name}: ${deliveries} deliveries with a wrong ${/^G/.test(name) ? 'key' : 'signature'}`,
			found: `${each(wrong)} refused, ${each(ours)} let in`,
			promise: '≥ the rate of right ones',
			ratio: refusals,
			kept: refusals >= 1,
		},
	];
}
