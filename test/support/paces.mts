import type { Account } from '../../nodes/shared/send/account.ts';
import { joinPace, leavePace, paceCount } from '../../nodes/shared/pace/pace.ts';
import type { Pace } from '../../nodes/shared/pace/pace.ts';

export const account = (fingerprint: string) => ({ fingerprint }) as Account;
export const mine = account('mine');
export const start = Date.parse('2026-11-21T12:00:00Z');

/** From here on the clock reads more than nothing, as it does in a real process. */
export const rest = () => jest.advanceTimersByTimeAsync(60_000);

/** A clock that only a test moves, and no account remembered from the test before. */
export function clockForTests(): void {
	beforeEach(() => jest.useFakeTimers({ now: start }));
	afterEach(async () => {
		// Whatever a test left behind is idle by now and goes with the next join.
		await jest.advanceTimersByTimeAsync(1_200_000);
		await using(account('last'), async () => {});
		expect(paceCount()).toBe(0);
		jest.useRealTimers();
	});
}

/** One run on an account. */
export async function using(whose: Account, work: (pace: Pace) => Promise<void>): Promise<void> {
	const pace = joinPace(whose.fingerprint);
	try {
		await work(pace);
	} finally {
		leavePace(whose.fingerprint, pace);
	}
}

/** When each of the turns came, in ms from now. */
export async function turns(pace: Pace, count: number, rate: number): Promise<number[]> {
	const came = ask(pace, count, rate);
	await jest.advanceTimersByTimeAsync(65_000);
	expect(came).toHaveLength(count);
	return came;
}

/** Asks for turns; what it returns fills up while the clock is moved. */
export function ask(pace: Pace, count: number, rate: number): number[] {
	const came: number[] = [];
	const begun = performance.now();
	for (let turn = 0; turn < count; turn++) {
		void pace.turn(rate).then(() => came.push(performance.now() - begun));
	}
	return came;
}
