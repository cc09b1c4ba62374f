import { setTimeout as sleep } from 'node:timers/promises';

import type { Claims } from '../../../nodes/shared/once/claims.ts';
import { inOrder } from '../../../nodes/shared/pace/inOrder.ts';
import { claimsForTests } from '../../support/claimsInMemory.mts';

const { memory, store, inRun } = claimsForTests();

/** The time a write takes that the claims have learned from; long beside the turns of an event loop. */
const slowMs = 400;

/** A claim, after which the store is known to be slow, and is so no more. */
async function learnThatItIsSlow(claims: Claims): Promise<void> {
	memory.slow = slowMs;
	await claims.claim(store, 'first');
	memory.slow = 0;
	memory.writes = 0;
}

/** What came first: the claims, or the end of so many milliseconds. */
const within = async (ms: number, ...claims: Array<Promise<unknown>>) =>
	await Promise.race([Promise.all(claims).then(() => true), sleep(ms, false, { ref: false })]);

test('where the store is slow a row waits for others, and one write serves them', async () => {
	await inRun(async (claims) => {
		claims.expect(10);
		await learnThatItIsSlow(claims);
		const early = claims.claim(store, 'early');
		await sleep(slowMs / 4);
		const late = claims.claim(store, 'late');
		expect(await Promise.all([early, late])).toEqual(['new', 'new']);
		expect(memory.writes).toBe(1);
	});
});

test('as many rows as the run has under way at once wait for nobody', async () => {
	await inRun(async (claims) => {
		claims.expect(2);
		await learnThatItIsSlow(claims);
		const both = ['one', 'two'].map(async (n) => await claims.claim(store, n));
		expect(await within(slowMs / 2, ...both)).toBe(true);
		expect(memory.writes).toBe(1);
	});
});

test('the last of them ends the waiting', async () => {
	await inRun(async (claims) => {
		claims.expect(2);
		await learnThatItIsSlow(claims);
		const one = claims.claim(store, 'one');
		await sleep(20);
		const two = claims.claim(store, 'two');
		expect(await within(slowMs / 2, one, two)).toBe(true);
	});
});

test('a run with few rows at once does not shorten the waiting for one with many', async () => {
	await inRun(async (claims) => {
		claims.expect(10);
		claims.expect(1);
		await learnThatItIsSlow(claims);
		const one = claims.claim(store, 'one');
		await sleep(20);
		const two = claims.claim(store, 'two');
		await Promise.all([one, two]);
		expect(memory.writes).toBe(1);
	});
});

test('where the store is fast nobody waits, and never for more than half a second', async () => {
	await inRun(async (claims) => {
		claims.expect(10);
		await claims.claim(store, 'first');
		expect(await within(slowMs / 2, claims.claim(store, 'second'))).toBe(true);
		memory.slow = 700;
		await claims.claim(store, 'slow');
		memory.slow = 0;
		expect(await within(650, claims.claim(store, 'third'))).toBe(true);
	});
});

test('what is given back waits for nobody', async () => {
	await inRun(async (claims) => {
		claims.expect(10);
		await learnThatItIsSlow(claims);
		claims.release(store, 'first');
		expect(await within(slowMs / 2, claims.flush(store))).toBe(true);
		expect(memory.writes).toBe(1);
	});
});

test('a short run ends though a long one of the same workflow goes on', async () => {
	memory.slow = 40;
	let isLongOver = false;
	const long = inRun(async (claims) => {
		claims.expect(20);
		const call = async (row: number) => {
			await claims.claim(store, `long ${row}`);
			await sleep(50 + ((row * 37) % 200));
			claims.done(`long ${row}`);
		};
		await inOrder(300, 20, call, () => false);
		isLongOver = true;
	});
	await sleep(300);
	await inRun(async (claims) => {
		await claims.claim(store, 'short');
		claims.done('short');
	});
	expect(isLongOver).toBe(false);
	await long;
});
