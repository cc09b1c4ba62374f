import { inOrder } from '../../../nodes/shared/pace/inOrder.ts';
import { claimsForTests } from '../../support/claimsInMemory.mts';

const { memory, store, inRun, entries, claimedNow } = claimsForTests();
const numbers = (count: number) => Array.from({ length: count }, (_row, index) => `n${index}`);

test('rows that are under way together are claimed together: 200 rows at concurrency 50 take few writes', async () => {
	await inRun(async (claims) => {
		claims.expect(50);
		await inOrder(
			200,
			50,
			async (index) => {
				expect(await claims.claim(store, `n${index}`)).toBe('new');
				claims.done(`n${index}`);
			},
			() => false,
		);
	});
	// Four groups of 50 and the last marks; the first of a workflow asks whether the row is torn.
	expect(memory.writes).toBeLessThanOrEqual(7);
	expect(await entries()).toBe(401);
});

test('of two rows alike in one group only one may call', async () => {
	const claimed = await inRun(
		async (claims) =>
			await Promise.all([...numbers(3), ...numbers(3)].map((n) => claims.claim(store, n))),
	);
	expect(claimed).toEqual(['new', 'new', 'new', 'underWay', 'underWay', 'underWay']);
});

test('two runs at once get each number once between them', async () => {
	const run = async () =>
		await inRun(
			async (claims) =>
				await Promise.all(
					numbers(20).map(async (n) => {
						const claimed = await claims.claim(store, n);
						if (claimed === 'new') claims.done(n);
						return claimed;
					}),
				),
		);
	const all = (await Promise.all([run(), run()])).flat();
	expect(all.filter((claimed) => claimed === 'new')).toHaveLength(20);
	expect(all.filter((claimed) => claimed === 'underWay')).toHaveLength(20);
});

test('a claim that was marked as done is done, one that was not is open, however often it is asked for', async () => {
	await inRun(async (claims) => {
		for (const n of ['placed', 'lost']) await claims.claim(store, n);
		claims.done('placed');
		claims.leaveOpen('lost');
	});
	for (let time = 0; time < 3; time++) {
		expect(await claimedNow('placed')).toBe('done');
		expect(await claimedNow('lost')).toBe('open');
	}
	expect(await entries()).toBe(1 + 3);
});

test('what an earlier run left open stays so, however often one run asks for it', async () => {
	expect(await claimedNow('lost')).toBe('new');
	await inRun(async (claims) => {
		for (let time = 0; time < 2; time++) expect(await claims.claim(store, 'lost')).toBe('open');
	});
});

test('what one of two runs at the same time leaves open is open for the other', async () => {
	await inRun(async (claims) => {
		expect(await claimedNow('lost')).toBe('new');
		expect(await claims.claim(store, 'lost')).toBe('open');
	});
});

test('a claim that another run is calling right now, or has just called, is not told as unknown', async () => {
	await inRun(async (claims) => {
		await claims.claim(store, 'n');
		expect(await claims.claim(store, 'n')).toBe('underWay');
		// The answer comes while the store is being asked about the same number.
		const asked = claims.claim(store, 'n');
		await Promise.resolve();
		claims.done('n');
		expect(await asked).toBe('done');
	});
});

test('a claim that is given back may be had again, also while someone asks for it', async () => {
	await inRun(async (claims) => {
		await claims.claim(store, 'n');
		claims.release(store, 'n');
		expect(await claims.claim(store, 'n')).toBe('new');
		const asked = claims.claim(store, 'n');
		for (let turn = 0; turn < 3; turn++) await Promise.resolve();
		claims.release(store, 'n');
		expect(await asked).toBe('new');
		claims.leaveOpen('n');
	});
});

test('a claim that is left open while someone asks for it is not told as called', async () => {
	await claimedNow('other');
	await inRun(async (claims) => {
		claims.expect(2);
		await claims.claim(store, 'n');
		const endsMeanwhile: typeof store = {
			...store,
			checkProcessedAndRecord: async (values, ...about) => {
				if (values.includes('other\ndone')) claims.leaveOpen('n');
				return await store.checkProcessedAndRecord(values, ...about);
			},
		};
		const asked = ['other', 'n'].map(async (value) => await claims.claim(endsMeanwhile, value));
		expect(await Promise.all(asked)).toEqual(['open', 'open']);
	});
});
