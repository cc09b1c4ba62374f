import { paceCount } from '../../../nodes/shared/pace/pace.ts';
import { account, ask, clockForTests, mine, rest, turns, using } from '../../support/paces.mts';

clockForTests();

const other = account('other');

/** How many accounts are remembered when a run on another one begins. */
async function remembered(): Promise<number> {
	let count = 0;
	await using(other, async () => void (count = paceCount() - 1));
	return count;
}

/** The account of the test is remembered for so many milliseconds from now, and not one longer. */
async function expectForgottenAfter(ms: number): Promise<void> {
	await jest.advanceTimersByTimeAsync(ms - 1);
	expect(await remembered()).toBe(1);
	await jest.advanceTimersByTimeAsync(1);
	expect(await remembered()).toBe(0);
}

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

test('an account that nothing was sent to is forgotten when its last run ends', async () => {
	await using(mine, async () => {
		await using(mine, async () => {});
		expect(paceCount()).toBe(1);
	});
	expect(paceCount()).toBe(0);
});

test('an account is remembered until no window holds its last request', async () => {
	await using(mine, async (pace) => {
		ask(pace, 3, 10);
		await jest.advanceTimersByTimeAsync(200);
	});
	await expectForgottenAfter(2_090);
});

test('an account that a silent run uses is not forgotten: a run that joins later shares its pauses', async () => {
	await using(mine, async (silent) => {
		await rest();
		expect(await remembered()).toBe(1);
		silent.pause(3_000);
		await using(mine, async (late) => expect(await turns(late, 1, 0)).toEqual([3_000]));
	});
});

test('what the run before sent counts for the next one, also while another account is used', async () => {
	await using(mine, async (pace) => {
		ask(pace, 2, 2);
		await jest.advanceTimersByTimeAsync(501);
	});
	await jest.advanceTimersByTimeAsync(500);
	await using(other, async () => {});
	// Two may go in 1045 ms, and 1001 of them are over.
	await using(mine, async (pace) => expect(await turns(pace, 1, 2)).toEqual([44]));
});

test('where two may go in more than a second, the next run keeps to that', async () => {
	await rest();
	await using(mine, async (pace) => {
		const came = ask(pace, 2, 1.25);
		await jest.advanceTimersByTimeAsync(500);
		expect(came).toEqual([0, 0]);
	});
	await jest.advanceTimersByTimeAsync(1_000);
	// Two in 1.6 s, with the margin 1672 ms: 1500 of them are over.
	await using(mine, async (pace) => expect(await turns(pace, 1, 1.25)).toEqual([172]));
});

test.each([
	[1.25, 672],
	[0.1, 9_450],
])(
	'at %d a second the next run keeps to it too if the last answer took a second, also while another account is used',
	async (rate, left) => {
		await rest();
		await using(mine, async (pace) => {
			ask(pace, Math.ceil(rate), rate);
			await jest.advanceTimersByTimeAsync(1_000);
		});
		await using(other, async () => {});
		await using(mine, async (pace) => expect(await turns(pace, 1, rate)).toEqual([left]));
	},
);

test('a faster run does not shorten what is remembered of a slower one', async () => {
	await using(mine, async (pace) => {
		ask(pace, 1, 0.1);
		await jest.advanceTimersByTimeAsync(1_000);
		ask(pace, 1, 1_000);
		await jest.advanceTimersByTimeAsync(1_000);
	});
	await expectForgottenAfter(8_450);
});

test('what is remembered of an account does not grow with what it sends', async () => {
	const size = (pace: object) => JSON.stringify(pace).length;
	await using(mine, async (pace) => {
		await turns(pace, 2_000, 1_000);
		const before = size(pace);
		await turns(pace, 4_000, 1_000);
		expect(size(pace)).toBeLessThan(before * 1.5);
	});
});
