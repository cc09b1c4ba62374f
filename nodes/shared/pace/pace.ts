import { unlessCancelled, wait } from './wait';

/**
 * Stretches the window, so that what jitters on the way cannot push one second over. Not needed for a
 * request that was answered: it arrived before that.
 */
const MARGIN = 1.045;

/** What the clocks of the two sides may differ by in a window. */
const CLOCKS_MS = 2;

/** A request that was let go; `over` is to be called once it was answered. */
export interface Turn {
	over: () => void;
}

interface Start {
	at: number;
	/** When it was answered. */
	over?: number;
}

/** The most starts that are remembered: a faster pace than this a window is no pace. */
const MOST_STARTS = 1000;

/**
 * The pace of one vendor account, shared by everything in this process that uses it. Memory: one entry an
 * account while a run uses it, a pause lasts or a window holds its requests; nothing survives a restart.
 */
export class Pace {
	users = 0;
	/** When the latest requests started, the newest last; by a clock that nobody can set back. */
	private starts: Start[] = [];
	/** When the next one is due if all are evenly apart. */
	private due = 0;
	/** When no window holds a request any more. */
	private countsUntil = 0;
	private pausedUntil = 0;
	private queue: Promise<void> = Promise.resolve();

	/** Resolves when the next request may start; at once when the execution is cancelled. */
	async turn(requestsPerSecond: number, cancelled?: AbortSignal): Promise<Turn | undefined> {
		if (requestsPerSecond === 0) return await this.pauseOver(cancelled);
		let start: Start | undefined;
		this.queue = this.queue.then(async () => {
			start = await this.come(requestsPerSecond, cancelled);
		});
		// Those ahead may be held back long after this execution was stopped.
		await unlessCancelled(this.queue, cancelled);
		return start && { over: () => (start!.over = performance.now()) };
	}

	/** Holds the whole account back after a 429. */
	pause(ms: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, performance.now() + ms);
	}

	get idle(): boolean {
		return this.users === 0 && Math.max(this.pausedUntil, this.countsUntil) <= performance.now();
	}

	private async pauseOver(cancelled?: AbortSignal): Promise<undefined> {
		while (!cancelled?.aborted && this.pausedUntil > performance.now())
			await wait(this.pausedUntil - performance.now(), cancelled);
	}

	private async come(
		requestsPerSecond: number,
		cancelled?: AbortSignal,
	): Promise<Start | undefined> {
		while (!cancelled?.aborted) {
			const now = performance.now();
			const left = Math.max(this.pausedUntil, this.freeAt(requestsPerSecond)) - now;
			if (left <= 0) return this.started(requestsPerSecond, now);
			await wait(left, cancelled);
		}
		return undefined;
	}

	/** Evenly apart, and never more in any window than the pace allows: a late start may be caught up on. */
	private freeAt(requestsPerSecond: number): number {
		const many = Math.min(Math.max(1, Math.ceil(requestsPerSecond)), MOST_STARTS);
		const oldest = this.starts.at(-many);
		const windowMs = (many / requestsPerSecond) * 1000;
		const latest = windowMs * MARGIN;
		const windowEnds = oldest
			? Math.min((oldest.over ?? Infinity) + windowMs + CLOCKS_MS, oldest.at + latest)
			: 0;
		// A slower run of the account before may have set the next start far off: one window is enough.
		return Math.max(Math.min(this.due, (this.starts.at(-1)?.at ?? 0) + latest), windowEnds);
	}

	private started(requestsPerSecond: number, now: number): Start {
		const apart = 1000 / requestsPerSecond;
		this.due = Math.min(Math.max(this.due, now - apart), now) + apart;
		// A window is shorter than two seconds, or as long as two requests are apart.
		this.countsUntil = Math.max(this.countsUntil, now + Math.max(2000, apart) * MARGIN);
		const start: Start = { at: now };
		this.starts.push(start);
		if (this.starts.length > 2 * MOST_STARTS) this.starts = this.starts.slice(-MOST_STARTS);
		return start;
	}
}

const paces = new Map<string, Pace>();

/** The pace of an account, told by its fingerprint, for the length of one run; `leavePace` gives it back. */
export function joinPace(account: string): Pace {
	for (const [key, pace] of paces) if (pace.idle) paces.delete(key);
	const pace = paces.get(account) ?? new Pace();
	paces.set(account, pace);
	pace.users += 1;
	return pace;
}

export function leavePace(account: string, pace: Pace): void {
	pace.users -= 1;
	if (pace.idle) paces.delete(account);
}

/** How many accounts are remembered now. */
export const paceCount = (): number => paces.size;
