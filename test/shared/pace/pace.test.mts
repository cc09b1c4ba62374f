import { account, ask, clockForTests, mine, start, turns, using } from '../../support/paces.mts';

clockForTests();

/** The most starts in any second. */
const densest = (came: number[]): number =>
	Math.max(...came.map((from) => came.filter((at) => at >= from && at < from + 1000).length));

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

test('requests are evenly apart; after a rest one more may go at once', async () => {
	await using(mine, async (pace) => {
		expect(await turns(pace, 4, 10)).toEqual([0, 100, 200, 300]);
		expect(await turns(pace, 4, 10)).toEqual([0, 0, 100, 200]);
	});
});

test('a request that comes late does not move those after it', async () => {
	await using(mine, async (pace) => {
		await pace.turn(10);
		await jest.advanceTimersByTimeAsync(150);
		const came = ask(pace, 3, 10);
		await jest.advanceTimersByTimeAsync(150);
		expect(came).toEqual([0, 50, 150]);
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
