import { Claims } from '../../../nodes/shared/once/claims.ts';
import { claimsForTests } from '../../support/claimsInMemory.mts';

const { memory, store, inRun, entries, claimedNow } = claimsForTests();
const two = ['n0', 'n1'];

test('where the store fails the claim fails, and others may follow once it works', async () => {
	await inRun(async (claims) => {
		memory.broken = 'The disk is full';
		await expect(claims.claim(store, 'n')).rejects.toThrow('The disk is full');
		memory.broken = undefined;
		expect(await claims.claim(store, 'n')).toBe('new');
		claims.done('n');
	});
});

test('where only giving back fails nobody waits for ever, and the number stays claimed and open', async () => {
	await inRun(async (claims) => {
		await claims.claim(store, 'n');
		memory.cannotRemove = true;
		claims.release(store, 'n');
		await claims.flush(store);
		expect(await claims.claim(store, 'other')).toBe('new');
		expect(claims.unwritten).toBe(1);
		claims.done('other');
	});
	memory.cannotRemove = false;
	expect(await claimedNow('n')).toBe('open');
});

test('marks that could not be written are counted, and a later run reports those numbers as unknown', async () => {
	await inRun(async (claims) => {
		for (const n of two) await claims.claim(store, n);
		for (const n of two) claims.done(n);
		memory.broken = 'The disk is full';
		await claims.flush(store);
		expect(claims.unwritten).toBe(2);
		memory.broken = undefined;
	});
	for (const n of two) expect(await claimedNow(n)).toBe('open');
});

test('asking marks a claim: what cannot be taken back at once is taken back later, and it is not told as called', async () => {
	for (const n of two) expect(await claimedNow(n)).toBe('new');
	await inRun(async (claims) => {
		memory.cannotRemove = true;
		for (let time = 0; time < 2; time++) expect(await claims.claim(store, 'n0')).toBe('open');
		memory.cannotRemove = false;
		expect(await claims.claim(store, 'n0')).toBe('open');
	});
	await inRun(async (claims) => {
		memory.cannotRemove = true;
		expect(await claims.claim(store, 'n1')).toBe('open');
		memory.cannotRemove = false;
	});
	for (const n of two) expect(await claimedNow(n)).toBe('open');
});

test('a run ends also where marks cannot be taken back at all, and a later run takes them back', async () => {
	expect(await claimedNow('n0')).toBe('new');
	memory.cannotRemove = true;
	for (let run = 0; run < 2; run++) expect(await claimedNow('n0')).toBe('open');
	memory.cannotRemove = false;
	expect(await claimedNow('n0')).toBe('open');
	expect(await entries()).toBe(1 + 1);
});

test('where asking fails, what the store took a moment before is called, and the rest is not', async () => {
	expect(await claimedNow('n0')).toBe('new');
	await inRun(async (claims) => {
		memory.failsAfter = 1;
		const claimed = two.map(async (n) => await claims.claim(store, n));
		expect(await Promise.allSettled(claimed)).toMatchObject([
			{ reason: { message: 'The connection broke' } },
			{ value: 'new' },
		]);
		memory.failsAfter = Infinity;
		claims.done('n1');
	});
	expect(await claimedNow('n0')).toBe('open');
	expect(await claimedNow('n1')).toBe('done');
});

test('a number whose end nobody knows is not told as called where a process dies while it asks', async () => {
	expect(await claimedNow('n0')).toBe('new');
	expect(await inRun(async (claims) => await claims.claim(store, 'n1'))).toBe('new');
	const dying = new Promise<void>((marked) => {
		const dies: typeof store = {
			...store,
			removeProcessed: async () => {
				marked();
				await new Promise(() => {});
			},
		};
		void new Claims().claim(dies, 'n0');
	});
	await dying;
	for (let run = 0; run < 2; run++) expect(await claimedNow('n0')).toBe('open');
	expect(await entries()).toBe(1 + 2);
});
