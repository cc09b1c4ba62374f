import fc from 'fast-check';
import { inOrder } from '../../../nodes/shared/pace/inOrder.ts';

test('results keep the order of the rows, whatever finishes first, and no more are under way than allowed', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.nat(4), { maxLength: 30 }),
			fc.integer({ min: 1, max: 8 }),
			async (delays, width) => {
				let underWay = 0;
				const results = await inOrder(
					delays.length,
					width,
					async (index) => {
						underWay += 1;
						expect(underWay).toBeLessThanOrEqual(width);
						for (let turn = 0; turn < delays[index]; turn++) await Promise.resolve();
						underWay -= 1;
						return index;
					},
					() => false,
				);
				expect(results).toEqual(delays.map((_delay, index) => index));
			},
		),
	);
});

test('the next row starts as soon as one ends, not when the slowest of a batch does', async () => {
	const started: number[] = [];
	let free = () => {};
	const slow = new Promise<void>((resolve) => (free = resolve));
	const all = inOrder(
		5,
		2,
		async (index) => {
			started.push(index);
			if (index === 0) await slow;
		},
		() => false,
	);
	await new Promise(setImmediate);
	expect(started).toEqual([0, 1, 2, 3, 4]);
	free();
	await all;
});

test('nothing new starts once halted, and what was not started is left undefined', async () => {
	let halted = false;
	const results = await inOrder(
		5,
		1,
		async (index) => {
			halted = index === 1;
			return index;
		},
		() => halted,
	);
	expect(results).toEqual([0, 1, undefined, undefined, undefined]);
});
