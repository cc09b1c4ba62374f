import type { Account } from './account';
import { wait } from './wait';

/** Keeps starts a little further apart than asked, so that jitter on the way cannot push one second over. */
const MARGIN = 1.02;

/**
 * The pace of one vendor account, shared by everything in this process that uses it. Memory: one entry an
 * account while a run uses it or a pause lasts; nothing survives a restart.
 */
export class Pace {
	users = 0;
	private lastStart = 0;
	private pausedUntil = 0;
	private queue: Promise<void> = Promise.resolve();

	/** Resolves when the next request may start; at once when the execution is cancelled. */
	async turn(requestsPerSecond: number, cancelled?: AbortSignal): Promise<void> {
		if (requestsPerSecond === 0 && this.pausedUntil === 0) return;
		const turn = this.queue.then(async () => await this.come(requestsPerSecond, cancelled));
		this.queue = turn;
		await turn;
	}

	/** Holds the whole account back after a 429. */
	pause(ms: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, Date.now() + ms);
	}

	get idle(): boolean {
		return this.users === 0 && Math.max(this.pausedUntil, this.lastStart + 1000) <= Date.now();
	}

	private async come(requestsPerSecond: number, cancelled?: AbortSignal): Promise<void> {
		const apart = requestsPerSecond > 0 ? (1000 / requestsPerSecond) * MARGIN : 0;
		while (!cancelled?.aborted) {
			const now = Date.now();
			// A clock set back must not hold anyone longer than one step.
			this.lastStart = Math.min(this.lastStart, now);
			if (this.pausedUntil <= now) this.pausedUntil = 0;
			const left = Math.max(this.pausedUntil, apart && this.lastStart + apart) - now;
			if (left <= 0) {
				this.lastStart = now;
				return;
			}
			await wait(left, cancelled);
		}
	}
}

const paces = new Map<string, Pace>();

/** The account's pace, for the length of one run; `leavePace` gives it back. */
export function joinPace({ fingerprint }: Account): Pace {
	for (const [key, pace] of paces) if (pace.idle && key !== fingerprint) paces.delete(key);
	const pace = paces.get(fingerprint) ?? new Pace();
	paces.set(fingerprint, pace);
	pace.users += 1;
	return pace;
}

export function leavePace(account: Account, pace: Pace): void {
	pace.users -= 1;
	if (pace.idle) paces.delete(account.fingerprint);
}

/** How many accounts are remembered now. */
export const paceCount = (): number => paces.size;
