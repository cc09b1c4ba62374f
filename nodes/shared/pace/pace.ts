import { LearnedRate } from './learnedRate';
import { Spacing } from './spacing';
import type { Start } from './spacing';
import { unlessCancelled, wait } from './wait';

/** Stretches a window that the user has set by what may jitter on the way. */
const MARGIN = 1.045;

/** The first after a refusal goes alone until it is answered, or for so long. */
const ALONE_MS = 1000;

/** How often those behind it look whether it was answered. */
const LOOK_MS = 20;

/** So many refusals with nothing let in between are no matter of pace: a limit of the day, or a closed account. */
const SHUT_AFTER = 20;

/** How long after its latest refusal an account's rate is remembered that no run uses. */
const LEARNED_MS = 10 * 60_000;

/** A request that was let go; one of the two is to be called once it was answered. */
export interface Turn {
	over: () => void;
	/** The vendor answered "too many requests": nothing of the account leaves for so long. */
	refused: (pauseMs: number) => void;
}

/**
 * The pace of one vendor account, shared by everything in this process that uses it. Memory: one entry an
 * account while a run uses it, a pause lasts, a window holds its requests, and for ten minutes after a
 * refusal; nothing survives a restart.
 */
export class Pace {
	users = 0;
	/** Refusals with nothing let in between, those of one burst counted once. */
	refusedInARow = 0;
	private readonly asked = new Spacing(MARGIN);
	private readonly learned = new LearnedRate();
	/** When no window holds a request any more, and what was learnt is old. */
	private countsUntil = 0;
	private pausedUntil = 0;
	/** After a pause one goes first. */
	private isFirstAlone = false;
	private latestAt = 0;
	/** A run without a pace does not wait behind one that has a pace. */
	private queues = { paced: Promise.resolve(), free: Promise.resolve() };

	/** Resolves when the next request may start; at once when the execution is cancelled. */
	async turn(requestsPerSecond: number, cancelled?: AbortSignal): Promise<Turn | undefined> {
		const asked = requestsPerSecond || Infinity;
		if (asked === Infinity && this.heldUntil(asked) === 0) {
			return cancelled?.aborted ? undefined : this.turnOf(this.started(asked), asked);
		}
		let start: Start | undefined;
		const name = asked === Infinity ? 'free' : 'paced';
		this.queues[name] = this.queues[name].then(async () => {
			start = await this.come(asked, cancelled);
		});
		// Those ahead may be held back long after this execution was stopped.
		await unlessCancelled(this.queues[name], cancelled);
		return start && this.turnOf(start, asked);
	}

	/** Holds the whole account back. */
	pause(ms: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, performance.now() + ms);
	}

	/** The vendor has let nothing in for so long that waiting has not helped. */
	get isShut(): boolean {
		return this.refusedInARow >= SHUT_AFTER;
	}

	get idle(): boolean {
		return this.users === 0 && Math.max(this.pausedUntil, this.countsUntil) <= performance.now();
	}

	private turnOf(start: Start, asked: number): Turn {
		return {
			over: () => {
				start.over = performance.now();
				if (start.at < this.pausedUntil) return;
				this.isFirstAlone = false;
				this.refusedInARow = 0;
			},
			refused: (pauseMs) => {
				const now = performance.now();
				if (start.at >= this.pausedUntil) this.refusedInARow += 1;
				this.pause(pauseMs);
				this.isFirstAlone = true;
				this.learned.refused(start, asked, this.pausedUntil, now);
				this.countsUntil = Math.max(this.countsUntil, this.pausedUntil + LEARNED_MS);
			},
		};
	}

	private async come(asked: number, cancelled?: AbortSignal): Promise<Start | undefined> {
		while (!cancelled?.aborted) {
			const left = this.heldUntil(asked) - performance.now();
			if (left <= 0) return this.started(asked);
			await wait(this.isFirstAlone ? Math.min(left, LOOK_MS) : left, cancelled);
		}
		return undefined;
	}

	/** Until when nothing may start; 0 where nothing holds it. */
	private heldUntil(asked: number): number {
		const isUnderWay = this.isFirstAlone && this.latestAt >= this.pausedUntil;
		return Math.max(
			this.pausedUntil > performance.now() ? this.pausedUntil : 0,
			isUnderWay ? this.latestAt + ALONE_MS : 0,
			asked === Infinity ? 0 : this.asked.freeAt(asked),
			this.learned.freeAt(),
		);
	}

	private started(asked: number): Start {
		const start: Start = { at: performance.now() };
		this.latestAt = start.at;
		this.learned.started(start, asked);
		if (asked === Infinity) return start;
		this.asked.started(start, asked);
		// A window is shorter than two seconds, or as long as two requests are apart.
		const windowMs = Math.max(2000, 1000 / asked) * MARGIN;
		this.countsUntil = Math.max(this.countsUntil, start.at + windowMs);
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
