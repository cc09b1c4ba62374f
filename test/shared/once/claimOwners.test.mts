import { setTimeout as sleep } from 'node:timers/promises';

import { callOncePer } from '../../../nodes/shared/calls/callOncePer.ts';
import { claimsForTests } from '../../support/claimsInMemory.mts';
import { lost } from '../../support/sending.mts';
import type { Supplies } from '../../support/strictContext.mts';
import { runToy, sends } from '../../support/toyVendor.mts';
import type { ToyRun } from '../../support/toyVendor.mts';

const { memory, store } = claimsForTests();

const call = sends('call', {
	outcome: 'placed',
	endsRun: [402],
	gates: async (context, rows, lanes) => {
		const once = await callOncePer(context, rows, lanes);
		return once ? [once] : [];
	},
});
const supplies = {
	getWorkflow: () => ({ id: 'w' }),
	helpers: store,
} as unknown as Supplies;

/** One run of a campaign whose numbers may stand in several rows. */
const run = async (numbers: string[], options: object, job: Partial<ToyRun> = {}) =>
	await runToy({
		...{ operation: call, numbers, supplies, node: { onError: 'continueRegularOutput' } },
		parameters: {
			options: { callOncePer: 'November', allowSameNumber: true, concurrency: 1, ...options },
		},
		...job,
	});

const breaks = () => {
	throw lost('ECONNRESET', { syscall: 'read' });
};

test('a row that could not claim its number gives back no claim of another row, whose call is unknown', async () => {
	memory.failsAfter = 2; // The first of a workflow asks whether the row is torn.
	const first = await run(['1', '1'], {}, { answer: breaks });
	memory.failsAfter = Infinity;
	expect(first.items).toMatchObject([{ outcome: 'unknown' }, { outcome: 'notAttempted' }]);
	const second = await run(['1'], {});
	expect(second.items).toMatchObject([{ outcome: 'unknown' }]);
	expect([...first.asked, ...second.asked]).toEqual(['1']);
});

test('nor of one whose phone rings', async () => {
	let pickUp = () => {};
	const ringing = new Promise<object>((resolve) => (pickUp = () => resolve({})));
	memory.failsAfter = 2; // The first of a workflow asks whether the row is torn.
	const first = run(
		['1', '2', '1', '3'],
		{ concurrency: 2 },
		{
			answer: async (to) => (to === '1' ? await ringing : {}),
		},
	);
	await sleep(100);
	memory.failsAfter = Infinity;
	const second = await run(['1'], {});
	pickUp();
	expect([...(await first).asked, ...second.asked].filter((to) => to === '1')).toEqual(['1']);
	expect((await run(['1'], {})).items).toMatchObject([{ reason: 'alreadyCalled' }]);
});

test('once a call came to an unknown end nobody is told that it is under way', async () => {
	const { items } = await run(
		['1', '2', '1'],
		{},
		{
			answer: (to) => (to === '1' ? breaks() : {}),
		},
	);
	expect(items.map(({ outcome }) => outcome)).toEqual(['unknown', 'placed', 'unknown']);
	expect(items[2]?.message).toContain('never learned what came of it');
});

test('a run that stops tells what an earlier one left unknown as unknown', async () => {
	await run(['1'], {}, { answer: breaks });
	const { error } = await run(['1', '2'], {}, { answer: () => ({ statusCode: 400 }), node: {} });
	expect(error?.description).toMatch(
		/Unknown[^.]*: 1 \(1\)\. Refused, did not take place: 1 \(2\)\./,
	);
});

test.each([
	['under "Stop" a refused row', {}, 400],
	['a status after which the rest would fail alike', { onError: 'continueRegularOutput' }, 402],
] as const)(
	'%s ends the run at once, however busy the store is',
	async (_what, node, statusCode) => {
		memory.slow = 40;
		const numbers = Array.from({ length: 400 }, (_row, index) => String(index));
		const { asked } = await run(
			numbers,
			{ concurrency: 20 },
			{
				node,
				answer: async (to) => {
					await sleep(50 + ((Number(to) * 37) % 200));
					return to === '30' ? { statusCode } : {};
				},
			},
		);
		expect(asked.length).toBeLessThan(100);
	},
	30_000,
);
