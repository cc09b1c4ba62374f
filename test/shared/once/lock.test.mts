import { Claims } from '../../../nodes/shared/once/claims.ts';
import { Lock } from '../../../nodes/shared/once/lock.ts';
import { md5, OneProcess, SharedRows } from '../../support/lockedProcesses.mts';

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-26T12:00:00Z') }));
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

const quick = { delay: () => 1, fails: () => undefined };
const nodes = (process: OneProcess) => new Map([['n', process.store]]);
const later = async (ms: number) => await new Promise<void>((done) => setTimeout(done, ms));

/** A lock that is taken and never given back, as by a process that was killed. */
function held(shared: SharedRows): void {
	shared.rows.set('node', ['lock', 'mark'].map(md5));
}

/** How long, on jest's clock, until it is settled, and how. */
async function took(work: Promise<unknown>, atMost = 200_000) {
	const begun = performance.now();
	let end: { ms: number; error?: Error } | undefined;
	const ms = () => performance.now() - begun;
	void work.then(
		() => (end = { ms: ms() }),
		(error: Error) => (end = { ms: ms(), error }),
	);
	while (!end && ms() < atMost) await jest.advanceTimersByTimeAsync(10);
	return end;
}

test('scope: one node, in all processes; two nodes do not exclude each other', async () => {
	const shared = new SharedRows();
	const [one, other] = [new OneProcess(shared, quick), new OneProcess(shared, quick)];
	const order: string[] = [];
	const hold = async (process: OneProcess, name: string) =>
		await new Lock().holdAll(nodes(process), process.store, async () => {
			order.push(`${name} in`);
			await later(100);
			order.push(`${name} out`);
		});
	await took(Promise.all([hold(one, 'a'), hold(other, 'b')]));
	expect(order).toHaveLength(4);
	expect(order[1]).toBe(order[0]!.replace('in', 'out'));
	await took(later(100));
	expect(shared.rows.has('node')).toBe(false);
});

test('lifetime: a row that a dead holder left is taken over after 25 to 30 seconds', async () => {
	const shared = new SharedRows();
	held(shared);
	const { store, claims } = new OneProcess(shared, quick);
	const { ms } = (await took(claims.claim(store, 'n1')))!;
	expect(ms).toBeGreaterThan(25_000);
	expect(ms).toBeLessThan(30_000);
	await took(claims.flush(store));
	expect(shared.rows.has('node')).toBe(false);
});

test('who only waits does not write', async () => {
	const shared = new SharedRows();
	held(shared);
	const process = new OneProcess(shared, quick);
	const written = jest.spyOn(process.store, 'checkProcessedAndRecord');
	void process.claims.claim(process.store, 'n1');
	await jest.advanceTimersByTimeAsync(14_000);
	expect(written).not.toHaveBeenCalled();
});

test('of several that take over one has it, and the row never vanishes meanwhile', async () => {
	const shared = new SharedRows();
	held(shared);
	const [most, now] = [{ holders: 0 }, { holders: 0 }];
	const processes = Array.from({ length: 4 }, () => new OneProcess(shared, quick));
	const work = async () => {
		now.holders += 1;
		most.holders = Math.max(most.holders, now.holders);
		await later(200);
		now.holders -= 1;
	};
	const end = await took(
		Promise.all(processes.map((one) => new Lock().holdAll(nodes(one), one.store, work))),
	);
	expect(end?.error).toBeUndefined();
	expect(most.holders).toBe(1);
});

test('a lock that others keep for two minutes is given up, and its rows are not called', async () => {
	const shared = new SharedRows();
	const { store, claims } = new OneProcess(shared, quick);
	let size = 2;
	store.getProcessedDataCount = async () => size++;
	const { ms, error } = (await took(claims.claim(store, 'n1')))!;
	expect(error?.message).toBe('another process of n8n kept the lock for 120 seconds');
	expect(ms).toBeGreaterThan(119_000);
	expect(shared.rows.has('workflow')).toBe(false);
});

test.each([
	['a fault of the database', 'ECONNREFUSED', 'connect ECONNREFUSED'],
	['a foreign key', 'SQLITE_CONSTRAINT', 'SQLITE_CONSTRAINT: FOREIGN KEY constraint failed'],
])('%s is not "somebody else has it": the claim fails at once', async (_what, code, words) => {
	const { store, claims } = new OneProcess(new SharedRows(), quick);
	store.checkProcessedAndRecord = async () => {
		throw Object.assign(new Error(words), { code });
	};
	const { ms, error } = (await took(claims.claim(store, 'n1')))!;
	expect(error?.message).toBe(words);
	expect(ms).toBeLessThan(100);
});

test.each([
	['PostgreSQL', '23505', 'duplicate key value violates unique constraint "PK_processed_data"'],
	['SQLite', 'SQLITE_CONSTRAINT', 'SQLITE_CONSTRAINT: UNIQUE constraint failed: processed_data'],
	['another SQLite', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'UNIQUE constraint failed: processed_data'],
])('what %s says of a row that is there already means waiting', async (_what, code, words) => {
	const { store, claims } = new OneProcess(new SharedRows(), quick);
	const { checkProcessedAndRecord } = store;
	let refusals = 3;
	store.checkProcessedAndRecord = async (...about) => {
		if (refusals-- > 0) throw Object.assign(new Error(words), { code });
		return await checkProcessedAndRecord(...about);
	};
	const claimed = claims.claim(store, 'n1');
	await took(claimed);
	expect(await claimed).toBe('new');
});

/** A holder whose write takes 30 seconds, and what happens after 12. */
async function slowWrite(meanwhile: (rows: Map<string, string[]>) => Promise<void>) {
	const shared = new SharedRows();
	const { store, claims } = new OneProcess(shared, quick);
	const { checkProcessedAndRecord } = store;
	let isSlow = true;
	store.checkProcessedAndRecord = async (values, scope, options) => {
		const slow = isSlow && scope === 'workflow';
		if (slow) await later(30_000);
		isSlow &&= !slow;
		return await checkProcessedAndRecord(values, scope, options);
	};
	setTimeout(() => void meanwhile(shared.rows), 12_000);
	const first = (await took(claims.claim(store, 'n1')))!;
	const second = (await took(claims.claim(store, 'n2')))!;
	await took(claims.flush(store));
	const other = new OneProcess(shared, quick).claim('n3');
	const third = (await took(other))!;
	return { first, second, third, rows: shared.rows };
}

test('a holder that was slower than its lease gives its group up and does not dial', async () => {
	const { first, second, third, rows } = await slowWrite(async () => {});
	expect(first.error?.message).toContain('recording took longer than 10 seconds');
	expect([second.error, third.error]).toEqual([undefined, undefined]);
	expect(rows.has('node')).toBe(false);
});

test('where another one has the lock by then, that lock is left alone, and no process claims in a torn row', async () => {
	const theirs = ['lock', 'mark'].map(md5);
	let found: string[] | undefined;
	const { first, second, third } = await slowWrite(async (rows) => {
		rows.set('node', theirs);
		await later(20_000);
		found = rows.get('node');
		rows.delete('node');
	});
	expect(first.error?.message).toContain('recording took longer than 10 seconds');
	expect(found).toEqual(theirs);
	const words = 'call the others in a copy of this workflow';
	expect([second.error?.message, third.error?.message]).toEqual([
		expect.stringContaining(words),
		expect.stringContaining(words),
	]);
});

test('a database that was away during a write for longer than a lease tears nothing', async () => {
	const shared = new SharedRows();
	const { store, claims } = new OneProcess(shared, quick);
	const calls = { ...store };
	let isAway = false;
	for (const name of Object.keys(store) as Array<keyof typeof store>) {
		store[name] = async (...about: never[]) => {
			if (name === 'checkProcessedAndRecord' && about[1] === 'workflow' && !isAway) {
				isAway = true;
				setTimeout(() => (isAway = false), 40_000);
				await later(20_000);
			}
			if (isAway) throw new Error('Connection terminated');
			return await (calls[name] as (...about: never[]) => Promise<never>)(...about);
		};
	}
	const first = (await took(claims.claim(store, 'n1')))!;
	expect(first.error?.message).toBe('Connection terminated');
	Object.assign(store, calls);
	await took(later(30_000));
	const other = new OneProcess(shared, quick).claim('n1');
	await took(other);
	expect(await other).toBe('new');
});

test('a clock that is set back does not lengthen a lease, nor does one that stands still', async () => {
	const shared = new SharedRows();
	const process = new OneProcess(shared, quick);
	const work = jest.fn(async (store: typeof process.store) => {
		jest.setSystemTime(Date.now() - 3_600_000);
		await later(11_000);
		await store.checkProcessedAndRecord(['n1'], 'workflow', { mode: 'entries' });
	});
	const end = await took(new Lock().holdAll(nodes(process), process.store, work));
	expect(end?.error?.message).toContain('recording took longer');
	expect(shared.rows.has('workflow')).toBe(false);
});

test('size: 2 to 65 entries, cleared when the group is written', async () => {
	const shared = new SharedRows();
	const process = new OneProcess(shared, quick);
	const sizes: number[] = [];
	for (let time = 0; time < 50; time++) {
		const work = async () => void sizes.push(shared.rows.get('node')!.length);
		await took(new Lock().holdAll(nodes(process), process.store, work));
		expect(shared.rows.has('node')).toBe(false);
	}
	expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(65);
});

describe('what a late write of another process loses', () => {
	const claimAll = async (process: OneProcess, numbers: string[]) => {
		for (const number of numbers) {
			await took(process.claim(number));
			process.claims.done(number);
		}
	};

	test('is back with the next group, and is not called again', async () => {
		const shared = new SharedRows();
		const process = new OneProcess(shared, quick);
		await claimAll(process, ['n1', 'n2', 'n3']);
		const before = shared.rows.get('workflow')!;
		shared.rows.set('workflow', []);
		await claimAll(process, ['n4']);
		expect(shared.rows.get('workflow')).toEqual(expect.arrayContaining(before));
		const again = process.claim('n1');
		await took(again);
		expect(await again).toBe('done');
		const late = new OneProcess(shared, quick);
		const other = late.claim('n2');
		await took(other);
		expect(await other).toBe('done');
	});

	test('is not called again where it is asked for in the same group', async () => {
		const shared = new SharedRows();
		const process = new OneProcess(shared, quick);
		await claimAll(process, ['n1', 'n2']);
		shared.rows.set('workflow', []);
		const again = process.claim('n1');
		await took(again);
		expect(await again).toBe('done');
	});

	test('nor is what was released put back', async () => {
		const shared = new SharedRows();
		const process = new OneProcess(shared, quick);
		await claimAll(process, ['n1']);
		await took(process.claim('n2'));
		process.claims.release(process.store, 'n2');
		await took(process.claims.flush(process.store));
		shared.rows.set('workflow', []);
		await claimAll(process, ['n3']);
		const other = new OneProcess(shared, quick).claim('n2');
		await took(other);
		expect(await other).toBe('new');
	});
});

test('two nodes of one process take their locks in the same order, and both are free at the end', async () => {
	const shared = new SharedRows();
	const both = ['a', 'b'].map((id) => {
		const process = new OneProcess(shared, quick, id);
		return process;
	});
	const claims = [new Claims(), new Claims()];
	for (const [index, one] of claims.entries()) {
		for (const { store, nodeId } of index === 0 ? both : [...both].reverse())
			one.join(nodeId, store);
	}
	const claimed = claims.map(async (one) => await one.claim(both[0]!.store, 'n1'));
	await took(Promise.all(claimed));
	expect((await Promise.all(claimed)).sort()).toEqual(['new', 'open']);
	await took(Promise.all(claims.map(async (one) => await one.flush(both[0]!.store))));
	expect([...shared.rows.keys()]).toEqual(['workflow']);
});
