import type { Account } from '../../nodes/shared/account.ts';
import { joinPace, leavePace, paceCount } from '../../nodes/shared/pace.ts';
import type { Pace } from '../../nodes/shared/pace.ts';

const account = (fingerprint: string) => ({ fingerprint }) as Account;
const mine = account('mine');
const start = Date.parse('2026-11-21T12:00:00Z');

/** When each of the turns came, in ms from now. */
async function turns(pace: Pace, count: number, rate: number): Promise<number[]> {
	const came: number[] = [];
	const begun = Date.now();
	for (let turn = 0; turn < count; turn++) {
		void pace.turn(rate).then(() => came.push(Date.now() - begun));
	}
	await jest.advanceTimersByTimeAsync(65_000);
	expect(came).toHaveLength(count);
	return came;
}

/** The most starts in any second. */
const densest = (came: number[]): number =>
	Math.max(...came.map((from) => came.filter((at) => at >= from && at < from + 1000).length));

beforeEach(() => jest.useFakeTimers({ now: start }));

afterEach(async () => {
	// Whatever a test left behind is idle by now and goes with the next join.
	await jest.advanceTimersByTimeAsync(600_000);
	const last = account('last');
	leavePace(last, joinPace(last));
	jest.useRealTimers();
});

const using = async (whose: Account, work: (pace: Pace) => Promise<void>) => {
	const pace = joinPace(whose);
	await work(pace);
	leavePace(whose, pace);
};

test.each([1, 2.5, 12, 50])(
	'no second sees more than %d starts, and no time is lost',
	async (rate) => {
		await using(mine, async (pace) => {
			const came = await turns(pace, 60, rate);
			expect(densest(came)).toBeLessThanOrEqual(Math.ceil(rate));
			expect(came.at(-1)).toBeLessThanOrEqual((59 / rate) * 1000 * 1.05 + 100);
		});
	},
);

test('a vendor that answers at once gets the full pace, and never more in a second, however requests jitter on the way', async () => {
	await using(mine, async (pace) => {
		const arrived: number[] = [];
		const begun = performance.now();
		const send = async (index: number) => {
			const turn = await pace.turn(12);
			// Every seventh is held up on its way.
			setTimeout(
				() => {
					arrived.push(performance.now() - begun);
					turn?.over();
				},
				index % 7 === 0 ? 40 : 1,
			);
		};
		for (let index = 0; index < 120; index++) void send(index);
		await jest.advanceTimersByTimeAsync(65_000);
		arrived.sort((one, other) => one - other);
		expect(arrived).toHaveLength(120);
		expect(densest(arrived)).toBeLessThanOrEqual(12);
		expect(arrived.at(-1)).toBeLessThanOrEqual((119 / 12) * 1000 * 1.04);
	});
});

test('two runs of one account share its pace', async () => {
	await using(mine, async (one) => {
		await using(mine, async (other) => {
			const both = await Promise.all([turns(one, 20, 10), turns(other, 20, 10)]);
			expect(densest(both.flat())).toBeLessThanOrEqual(10);
		});
	});
});

test('a run is not held to the pace of a slower one before it', async () => {
	await using(mine, async (pace) => {
		await pace.turn(0.001);
		const came: number[] = [];
		for (let turn = 0; turn < 3; turn++) void pace.turn(10).then(() => came.push(turn));
		await jest.advanceTimersByTimeAsync(1_300);
		expect(came).toEqual([0, 1, 2]);
	});
});

test('another account has a pace of its own', async () => {
	await using(mine, async (one) => {
		one.pause(60_000);
		await using(account('other'), async (other) => expect(await turns(other, 1, 1)).toEqual([0]));
	});
});

test('"too many requests" holds the whole account back, also where no pace is set', async () => {
	await using(mine, async (one) => {
		await using(mine, async (other) => {
			one.pause(3_000);
			const [first] = await turns(other, 1, 0);
			expect(first).toBeGreaterThanOrEqual(3_000);
			expect(first).toBeLessThan(3_300);
			expect(await turns(one, 5, 0)).toEqual([0, 0, 0, 0, 0]);
		});
	});
});

test('a shorter pause does not cut a longer one short', async () => {
	await using(mine, async (pace) => {
		pace.pause(5_000);
		pace.pause(1_000);
		expect((await turns(pace, 1, 0))[0]).toBeGreaterThanOrEqual(5_000);
	});
});

test('a stopped execution does not wait, not even behind others of the account', async () => {
	await using(mine, async (pace) => {
		pace.pause(30_000);
		const stop = new AbortController();
		let ended = false;
		let otherEnded = false;
		void pace.turn(10).then(() => (otherEnded = true));
		void pace.turn(10, stop.signal).then(() => (ended = true));
		await jest.advanceTimersByTimeAsync(100);
		expect(ended).toBe(false);
		stop.abort();
		await jest.advanceTimersByTimeAsync(0);
		expect([ended, otherEnded]).toEqual([true, false]);
		await jest.advanceTimersByTimeAsync(31_000);
		expect(otherEnded).toBe(true);
	});
});

test('a clock that is set back holds nobody', async () => {
	await using(mine, async (pace) => {
		await turns(pace, 3, 2);
		jest.setSystemTime(start - 3_600_000);
		expect((await turns(pace, 1, 2))[0]).toBeLessThanOrEqual(1_100);
	});
});

test('an account nobody uses is forgotten, one that is paused is not', async () => {
	await using(mine, async (pace) => void (await turns(pace, 2, 10)));
	await using(account('paused'), async (pace) => pace.pause(120_000));
	await using(account('third'), async () => expect(paceCount()).toBe(2));
	await jest.advanceTimersByTimeAsync(120_000);
	await using(account('fourth'), async () => expect(paceCount()).toBe(1));
});

test('no timer is left behind', async () => {
	await using(mine, async (pace) => void (await turns(pace, 10, 10)));
	expect(jest.getTimerCount()).toBe(0);
	const stop = new AbortController();
	await using(mine, async (pace) => {
		pace.pause(300_000);
		const turn = pace.turn(1, stop.signal);
		stop.abort();
		await turn;
	});
	await jest.advanceTimersByTimeAsync(250);
	expect(jest.getTimerCount()).toBe(0);
});
