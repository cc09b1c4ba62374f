import type { Account } from './account';
import { unlessCancelled, wait } from './wait';

/** Stretches the window a little, so that jitter on the way cannot push one second over. */
const MARGIN = 1.04;

/** The most starts that are remembered: a faster pace than this a window is no pace. */
const MOST_STARTS = 1000;

/**
 * The pace of one vendor account, shared by everything in this process that uses it. Memory: one entry an
 * account while a run uses it or a pause lasts; nothing survives a restart.
 */
export class Pace {
	users = 0;
	/** When the latest requests started, the newest last; by a clock that nobody can set back. */
	private starts: number[] = [];
	/** When the next one is due if all are evenly apart. */
	private due = 0;
	private pausedUntil = 0;
	private queue: Promise<void> = Promise.resolve();

	/** Resolves when the next request may start; at once when the execution is cancelled. */
	async turn(requestsPerSecond: number, cancelled?: AbortSignal): Promise<void> {
		if (requestsPerSecond === 0 && this.pausedUntil === 0) return;
		const turn = this.queue.then(async () => await this.come(requestsPerSecond, cancelled));
		this.queue = turn;
		// Those ahead may be held back long after this execution was stopped.
		await unlessCancelled(turn, cancelled);
	}

	/** Holds the whole account back after a 429. */
	pause(ms: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, performance.now() + ms);
	}

	get idle(): boolean {
		return (
			this.users === 0 &&
			Math.max(this.pausedUntil, this.due, (this.starts.at(-1) ?? -1000) + 1000) <=
				performance.now()
		);
	}

	private async come(requestsPerSecond: number, cancelled?: AbortSignal): Promise<void> {
		while (!cancelled?.aborted) {
			const now = performance.now();
			if (this.pausedUntil <= now) this.pausedUntil = 0;
			const left = Math.max(this.pausedUntil, this.freeAt(requestsPerSecond, now)) - now;
			if (left <= 0) return this.started(requestsPerSecond, now);
			await wait(left, cancelled);
		}
	}

	/** Evenly apart, and never more in any window than the pace allows: a late start may be caught up on. */
	private freeAt(requestsPerSecond: number, now: number): number {
		if (requestsPerSecond === 0) return now;
		const many = Math.min(Math.max(1, Math.ceil(requestsPerSecond)), MOST_STARTS);
		const oldest = this.starts.at(-many);
		const windowMs = (many / requestsPerSecond) * 1000 * MARGIN;
		const windowEnds = oldest === undefined ? 0 : oldest + windowMs;
		// A slower run of the account before may have set the next start far off: one window is enough.
		return Math.max(Math.min(this.due, (this.starts.at(-1) ?? 0) + windowMs), windowEnds);
	}

	private started(requestsPerSecond: number, now: number): void {
		if (requestsPerSecond === 0) return;
		const apart = (1000 / requestsPerSecond) * MARGIN;
		this.due = Math.min(Math.max(this.due, now - apart), now) + apart;
		this.starts.push(now);
		if (this.starts.length > 2 * MOST_STARTS) this.starts = this.starts.slice(-MOST_STARTS);
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
