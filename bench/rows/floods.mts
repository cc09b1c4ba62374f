import type { BenchLab } from '../lab.mts';
import type { Finding } from '../finding.mts';
import { alturTrigger, guruSupTrigger, webhookNode } from '../floods/doors.mts';
import type { Door } from '../floods/doors.mts';
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

/**
 * Both triggers beside n8n's own Webhook node with Header Auth, in turns, and then with wrong keys. For a
 * delivery to any node of version 1, ours and its own, n8n evaluates an expression that later versions do not
 * have, and it spares no node but its own Webhook node an expression sandbox: so beside both versions.
 */
export async function floods(lab: BenchLab): Promise<Finding[]> {
	const own = [await webhookNode(lab, 1), await webhookNode(lab, 2.1)];
	const ours = [await guruSupTrigger(lab), await alturTrigger(lab)];
	const doors = [...own, ...ours];
	for (const door of doors) await flood(door, door.right, 100, 200);
	const right = new Map<Door, Flood[]>(doors.map((door) => [door, []]));
	const wrong = new Map<Door, Flood[]>(ours.map((door) => [door, []]));
	for (let run = 0; run < TURNS; run++) {
		for (const door of doors) {
			right.get(door)!.push(await flood(door, door.right, deliveries, 200));
			await untilRun(lab, door, 100 + (run + 1) * deliveries);
		}
		for (const door of ours) {
			wrong.get(door)!.push(await flood(door, door.wrong, deliveries, 401));
		}
	}
	const [first, newest] = own.map((door) => middle(right.get(door)!));
	return ours.flatMap((door) => {
		const found = middle(right.get(door)!);
		return [
			...beside(door.name, found, 'the Webhook node of the same version', first!, 0.95, 1.1),
			...beside(door.name, found, "the Webhook node's newest version", newest!, 0.95, 1.1),
			refusals(door.name, found, middle(wrong.get(door)!)),
		];
	});
}

const each = (flood: Flood) => `${flood.perSecond.toFixed(0)}/s`;

function beside(
	name: string,
	ours: Flood,
	what: string,
	own: Flood,
	least: number,
	longest: number,
): Finding[] {
	const rate = ours.perSecond / own.perSecond;
	const slowest = ours.p99Ms / own.p99Ms;
	return [
		{
			row: 'floods',
			work: `${name}: ${deliveries} deliveries, 10 at once`,
			found: `${each(ours)}, ${what} ${each(own)}`,
			promise: `≥ ${least} × ${what}`,
			ratio: rate,
			kept: rate >= least,
		},
		{
			row: 'floods',
			work: `${name}: the slowest hundredth of them`,
			found: `${ours.p99Ms} ms, ${what} ${own.p99Ms} ms`,
			promise: `≤ ${longest} × ${what}`,
			ratio: slowest,
			kept: slowest <= longest,
		},
	];
}

function refusals(name: string, ours: Flood, wrong: Flood): Finding {
	const rate = wrong.perSecond / ours.perSecond;
	return {
		row: 'floods',
		work: `${name}: ${deliveries} deliveries with a wrong ${/^G/.test(name) ? 'key' : 'signature'}`,
		found: `${each(wrong)} refused, ${each(ours)} let in`,
		promise: '≥ the rate of right ones',
		ratio: rate,
		kept: rate >= 1,
	};
}
