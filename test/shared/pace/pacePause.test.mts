import type { Pace } from '../../../nodes/shared/pace/pace.ts';
import { ask, clockForTests, mine, turns, using } from '../../support/paces.mts';

clockForTests();

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

/** Turns without a pace come at once though others wait for theirs. */
async function expectFreeBesidePaced(pace: Pace): Promise<void> {
	ask(pace, 3, 1);
	const free = ask(pace, 3, 0);
	await jest.advanceTimersByTimeAsync(0);
	expect(free).toEqual([0, 0, 0]);
	await jest.advanceTimersByTimeAsync(5_000);
}

test('a run without a pace does not wait behind one that has a pace', async () => {
	await using(mine, async (pace) => {
		await expectFreeBesidePaced(pace);
	});
});

test('it does not do so either once a pause is over', async () => {
	await using(mine, async (pace) => {
		pace.pause(1_000);
		await jest.advanceTimersByTimeAsync(1_000);
		await pace.turn(1);
		await expectFreeBesidePaced(pace);
	});
});

test('after a pause it does not wait for paced ones that were held back before it', async () => {
	await using(mine, async (pace) => {
		pace.pause(1_000);
		ask(pace, 3, 1);
		expect(await turns(pace, 3, 0)).toEqual([1_000, 1_000, 1_000]);
	});
});

test('a pause that is prolonged meanwhile is waited out', async () => {
	await using(mine, async (pace) => {
		pace.pause(1_000);
		const came = ask(pace, 1, 0);
		await jest.advanceTimersByTimeAsync(500);
		pace.pause(2_000);
		await jest.advanceTimersByTimeAsync(65_000);
		expect(came).toEqual([2_500]);
	});
});

test('a run without a pace waits for the end of a pause, and for nothing that was sent before', async () => {
	await using(mine, async (pace) => {
		await pace.turn(0.1);
		pace.pause(3_000);
		expect(await turns(pace, 3, 0)).toEqual([3_000, 3_000, 3_000]);
	});
});

test('what a pause held back of a run without a pace does not count for one that has a pace', async () => {
	await using(mine, async (pace) => {
		pace.pause(1_000);
		const free = ask(pace, 3, 0);
		await jest.advanceTimersByTimeAsync(1_000);
		expect(free).toEqual([1_000, 1_000, 1_000]);
		expect((await turns(pace, 1, 1))[0]).toBe(0);
	});
});

test('nor does it where the pace of another was already waiting when the pause came', async () => {
	await using(mine, async (pace) => {
		ask(pace, 2, 0.1);
		await jest.advanceTimersByTimeAsync(1);
		pace.pause(1_000);
		await jest.advanceTimersByTimeAsync(1_000);
		const free = ask(pace, 1, 0);
		await jest.advanceTimersByTimeAsync(0);
		expect(free).toEqual([0]);
		await jest.advanceTimersByTimeAsync(25_000);
	});
});
