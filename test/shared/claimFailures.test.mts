import type { Claims } from '../../nodes/shared/claims.ts';
import { claimsForTests } from '../support/claimsInMemory.mts';

const { memory, store, inRun, claimedNow } = claimsForTests();
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
		await claims.release(store, 'n');
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
	expect(await claimedNow('lost')).toBe('new');
	const askInVain = async (claims: Claims) => {
		memory.cannotRemove = true;
		await expect(claims.claim(store, 'lost')).rejects.toThrow('read-only');
		memory.cannotRemove = false;
	};
	await inRun(async (claims) => {
		await askInVain(claims);
		expect(await claims.claim(store, 'lost')).toBe('open');
	});
	await inRun(askInVain);
	expect(await claimedNow('lost')).toBe('open');
});
