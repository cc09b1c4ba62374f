import type { Pace, Turn } from '../../../nodes/shared/pace/pace.ts';
import { clockForTests, mine, using } from '../../support/paces.mts';

clockForTests();

/** Asks for turns that are answered after so many milliseconds; tells when each came, in ms from now. */
function asking(pace: Pace, count: number, rate: number, answerMs: number): number[] {
	const begun = performance.now();
	const came: number[] = [];
	for (let turn = 0; turn < count; turn++) {
		void pace.turn(rate).then((its) => {
			came.push(performance.now() - begun);
			setTimeout(() => its!.over(), answerMs);
		});
	}
	return came;
}

/** A turn, however long it is held back. */
async function turnOf(pace: Pace, rate: number): Promise<Turn> {
	let turn: Turn | undefined;
	void pace.turn(rate).then((its) => (turn = its));
	for (let ms = 0; !turn && ms < 60_000; ms += 10) await jest.advanceTimersByTimeAsync(10);
	return turn!;
}

const refusal = async (pace: Pace, ms: number, rate = 0) => (await turnOf(pace, rate)).refused(ms);

test('after a refusal nothing of the account leaves for as long as the vendor asks, whoever asks for a turn', async () => {
	await using(mine, async (one) => {
		await using(mine, async (other) => {
			await refusal(one, 3_000);
			const came = [asking(one, 2, 0, 10), asking(other, 2, 10, 10)];
			await jest.advanceTimersByTimeAsync(2_999);
			expect(came.flat()).toEqual([]);
			await jest.advanceTimersByTimeAsync(20_000);
			expect(came.flat()).toHaveLength(4);
		});
	});
});

test('then one goes first, and no other before it is answered', async () => {
	await using(mine, async (pace) => {
		await refusal(pace, 1_000, 10);
		const came = asking(pace, 20, 10, 400);
		await jest.advanceTimersByTimeAsync(60_000);
		expect(came[0]).toBe(1_000);
		expect(came[1]).toBeGreaterThanOrEqual(1_400);
		expect(came[1]).toBeLessThanOrEqual(1_450);
		expect(came).toHaveLength(20);
	});
});

test('one that stays unanswered holds the others for a second', async () => {
	await using(mine, async (pace) => {
		await refusal(pace, 1_000, 10);
		const came = asking(pace, 3, 10, 2_500);
		await jest.advanceTimersByTimeAsync(60_000);
		expect(came.slice(0, 3)).toEqual([1_000, 2_000, 3_000]);
	});
});

test('a refusal that comes while the account pauses already does not make the wait count twice', async () => {
	await using(mine, async (pace) => {
		const flying = [await turnOf(pace, 0), await turnOf(pace, 0), await turnOf(pace, 0)];
		for (const turn of flying) turn.refused(1_000);
		expect(pace.refusedInARow).toBe(1);
		await jest.advanceTimersByTimeAsync(1_000);
		await refusal(pace, 1_000);
		expect(pace.refusedInARow).toBe(2);
		await jest.advanceTimersByTimeAsync(1_000);
		(await turnOf(pace, 0)).over();
		expect(pace.refusedInARow).toBe(0);
	});
});

test('a refused rate is halved at once, and comes back one a second at a time', async () => {
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
	await using(mine, async (pace) => {
		await refusal(pace, 1_000, 10);
		const came = asking(pace, 200, 10, 20);
		await jest.advanceTimersByTimeAsync(60_000);
		const inSecond = (second: number) =>
			came.filter((at) => at >= second * 1_000 && at < (second + 1) * 1_000).length;
		expect(inSecond(0)).toBe(0);
		expect(inSecond(2)).toBe(5);
		const busiest = [3, 6, 9, 12].map(inSecond);
		expect(busiest).toEqual([...busiest].sort((a, b) => a - b));
		expect(inSecond(15)).toBeGreaterThanOrEqual(9);
	});
	jest.restoreAllMocks();
});

test('where no pace was set, the vendor’s refusals set one: as many as it let in', async () => {
	await using(mine, async (pace) => {
		const flying: Turn[] = [];
		for (let turn = 0; turn < 20; turn++) void pace.turn(0).then((its) => flying.push(its!));
		await jest.advanceTimersByTimeAsync(10);
		for (const turn of flying.slice(0, 5)) turn.over();
		for (const turn of flying.slice(5)) turn.refused(1_000);
		const came = asking(pace, 30, 0, 20);
		await jest.advanceTimersByTimeAsync(60_000);
		const firstSecond = came.filter((at) => at < 2_020);
		expect(firstSecond.length).toBeGreaterThanOrEqual(4);
		expect(firstSecond.length).toBeLessThanOrEqual(6);
	});
});

test('a stopped execution waits for no turn after a refusal', async () => {
	await using(mine, async (pace) => {
		await refusal(pace, 300_000);
		const stop = new AbortController();
		let ended = 0;
		for (const rate of [0, 0, 10, 10]) void pace.turn(rate, stop.signal).then(() => (ended += 1));
		await jest.advanceTimersByTimeAsync(100);
		expect(ended).toBe(0);
		stop.abort();
		await jest.advanceTimersByTimeAsync(0);
		expect(ended).toBe(4);
	});
});

test('the lowered rate of an account that nobody uses is remembered for ten minutes after the pause', async () => {
	const takes = async () => {
		let ms = 0;
		await using(mine, async (pace) => {
			const came = asking(pace, 10, 10, 20);
			await jest.advanceTimersByTimeAsync(5_000);
			ms = came.at(-1)!;
		});
		return ms;
	};
	await using(mine, async (pace) => await refusal(pace, 1_000, 10));
	await jest.advanceTimersByTimeAsync(601_000 - 100);
	expect(await takes()).toBeGreaterThan(1_100);
	await jest.advanceTimersByTimeAsync(601_000);
	expect(await takes()).toBeLessThan(1_000);
});

test('a vendor that has let nothing in for twenty refusals is shut, until it answers one', async () => {
	await using(mine, async (pace) => {
		for (let refusals = 0; refusals < 19; refusals++) await refusal(pace, 100, 10);
		expect(pace.isShut).toBe(false);
		await refusal(pace, 100, 10);
		expect(pace.isShut).toBe(true);
		(await turnOf(pace, 10)).over();
		expect(pace.isShut).toBe(false);
	});
});
