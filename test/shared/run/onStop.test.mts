import { setTimeout as sleep } from 'node:timers/promises';

import type { Operation } from '../../../nodes/shared/contract/operation.ts';
import { reads, runToy, sends } from '../../support/toyVendor.mts';
import type { ToyRun } from '../../support/toyVendor.mts';

const call = sends('call', { outcome: 'placed' });

/** Runs a job that presses Stop while it is under way; answers what n8n keeps of it. */
async function stopped(job: (stop: () => void) => Partial<ToyRun> & Pick<ToyRun, 'operation'>) {
	const kept: Record<string, string> = {};
	const signal = new AbortController();
	const customData = {
		set: (name: string, text: string) => {
			// n8n keeps only what is written in the listener itself.
			if (signal.signal.aborted && !over) kept[name] = text;
		},
	};
	let over = false;
	const stop = () => {
		signal.abort();
		over = true;
	};
	const ran = await runToy({
		parameters: { options: { concurrency: 9 } },
		node: { onError: 'continueRegularOutput' },
		...job(stop),
		supplies: { getExecutionCancelSignal: () => signal.signal, customData: customData as never },
	});
	return { ...ran, kept, signal };
}

test('what was placed and what is unknown at Stop is written down, what was not sent is not', async () => {
	const { kept, asked } = await stopped((stop) => ({
		operation: call,
		numbers: ['1', '2', '3', '4', '5'],
		parameters: { options: { concurrency: 4, maxRetries: 0 } },
		answer: async (to) => {
			if (to === '2') return { statusCode: 500 };
			if (to === '4') await sleep(30);
			if (to === '3') {
				await sleep(10);
				stop();
			}
			return to === '5' ? { statusCode: 400 } : {};
		},
	}));
	expect(asked.sort()).toEqual(['1', '2', '3', '4', '5']);
	expect(kept).toEqual({
		...{ unknown_count: '3 of 5', unknown_1: '2, 3, 4' },
		...{ placed_count: '1 of 5', placed_1: 'id-1' },
	});
});

test('a refused row is neither', async () => {
	const { kept } = await stopped((stop) => ({
		operation: call,
		numbers: ['1', '2'],
		parameters: { options: { concurrency: 1 } },
		answer: (to) => {
			if (to === '2') stop();
			return { statusCode: 400 };
		},
	}));
	expect(kept).toEqual({ unknown_count: '1 of 2', unknown_1: '2' });
});

test('a call that is followed to its end was placed, and goes by the ID of its first answer', async () => {
	let requests = 0;
	const run: Operation['run'] = (_read, request) => async (send) => {
		await send(request);
		await send({ ...request, repeat: 'safe' });
		return [{ json: { id: 'end' } }];
	};
	const { kept } = await stopped((stop) => ({
		operation: { ...call, run },
		answer: () => {
			if (++requests === 2) stop();
			return { body: { id: 7 } };
		},
	}));
	expect(kept).toEqual({ placed_count: '1 of 1', placed_1: '7' });
});

const sendsAndEnds: Operation['run'] = (_read, request) => async (send) => {
	await send(request);
	return [];
};

test.each<[string, Partial<Operation>, string]>([
	['its number where the answer has no ID', {}, '1'],
	['its number where it has no items', { run: sendsAndEnds }, '1'],
	[
		'its row where there is no number either',
		{ request: () => ({ method: 'POST', url: '/message/1' }) },
		'row 1',
	],
])('a placed row goes by %s', async (_what, more, name) => {
	let answers = 0;
	const { kept } = await stopped((stop) => ({
		operation: { ...call, ...more },
		numbers: ['1', '2'],
		parameters: { options: { concurrency: 1 } },
		answer: () => {
			if (++answers === 2) stop();
			return { body: { queued: true } };
		},
	}));
	expect(kept).toMatchObject({ placed_count: '1 of 2', placed_1: name });
});

test('after the run nothing is written down any more', async () => {
	const { kept, signal } = await stopped(() => ({ operation: call }));
	signal.abort();
	expect(kept).toEqual({});
});

test('nothing is written down of reads', async () => {
	const { kept, asked } = await stopped((stop) => ({
		operation: reads('get'),
		numbers: ['1', '2'],
		parameters: { options: { concurrency: 1 } },
		answer: () => {
			stop();
			return {};
		},
	}));
	expect(asked).toEqual(['1']);
	expect(kept).toEqual({});
});

test.each<[string, number[], number[][]]>([
	['that fit together to the letter', [127, 126], [[127, 126]]],
	['one letter too many for one entry', [127, 127], [[127], [127]]],
	['too long for an entry', [300, 2], [[255], [2]]],
	['more than four entries hold', [200, 200, 200, 200, 200], [[200], [200], [200], [200]]],
	[
		'of which some are short',
		[200, 50, 10, 243],
		[
			[200, 50],
			[10, 243],
		],
	],
])('IDs %s', async (_what, lengths, entries) => {
	const { kept } = await stopped((stop) => ({
		operation: call,
		numbers: [...lengths.keys(), 'last'].map(String),
		parameters: { options: { concurrency: 1 } },
		answer: (to) => {
			if (to === 'last') stop();
			return { body: { id: 'x'.repeat(lengths[Number(to)] ?? 1) } };
		},
	}));
	const { placed_count: count, unknown_count: _count, unknown_1: _last, ...placed } = kept;
	expect(count).toBe(`${lengths.length} of ${lengths.length + 1}`);
	const parts = Object.entries(placed).map(([name, text]) => [
		name,
		text.split(', ').map((id) => id.length),
	]);
	expect(parts).toEqual(entries.map((entry, index) => [`placed_${index + 1}`, entry]));
});
