/** What the clocks of the two sides may differ by in a window. */
const CLOCKS_MS = 2;

/** The most starts that are remembered: a faster pace than this a window is no pace. */
const MOST_STARTS = 1000;

/** A request that was let go; times by a clock that nobody can set back, in milliseconds. */
export interface Start {
	at: number;
	/** When it was answered. */
	over?: number;
	/** The vendor answered "too many requests". */
	refused?: boolean;
}

/** Keeps starts apart: evenly, and never more in any window than a rate allows. Remembers 2,000 starts at most. */
export class Spacing {
	private readonly margin: number;
	/** The latest starts, the newest last. */
	private starts: Start[] = [];
	/** When the next one is due if all are evenly apart. */
	private due = 0;

	/**
	 * @param margin stretches the window, so that what jitters on the way cannot push one second over.
	 * Not needed for a request that was answered: it arrived before that.
	 */
	constructor(margin: number) {
		this.margin = margin;
	}

	/** When the next one may start. Evenly apart, but a late start may be caught up on. */
	freeAt(perSecond: number): number {
		const many = Math.min(Math.max(1, Math.ceil(perSecond)), MOST_STARTS);
		const oldest = this.starts.at(-many);
		const windowMs = (many / perSecond) * 1000;
		const latest = windowMs * this.margin;
		const windowEnds = oldest
			? Math.min((oldest.over ?? Infinity) + windowMs + CLOCKS_MS, oldest.at + latest)
			: 0;
		// A slower run of the account before may have set the next start far off: one window is enough.
		return Math.max(Math.min(this.due, (this.starts.at(-1)?.at ?? 0) + latest), windowEnds);
	}

	started(start: Start, perSecond: number): void {
		const apart = 1000 / perSecond;
		this.due = Math.min(Math.max(this.due, start.at - apart), start.at) + apart;
		this.starts.push(start);
		if (this.starts.length > 2 * MOST_STARTS) this.starts = this.starts.slice(-MOST_STARTS);
	}

	/** How many of the second up to a moment the vendor did not refuse, as far as it has answered. */
	letIn(until: number): number {
		return this.starts.filter(({ at, refused }) => at > until - 1000 && at <= until && !refused)
			.length;
	}
}
