import type { Store } from './claimStore';

/** For how long a lock may be used, by the clocks of whoever holds it. */
const LEASE_MS = 10_000;

const MARKS = 64;

/** The lock itself: no call on a node's row may go without it, or the row would not exclude anybody. */
export const LOCK = 'lock';

/** Said of a row whose number was not recorded in time. */
const TOO_SLOW = `recording took longer than ${LEASE_MS / 1000} seconds, in which another process may have gone on`;

/**
 * The time in which one holder may write. It goes by the holder's own clocks alone: what stands in the row
 * tells a live holder nothing, for others rewrite it.
 */
export class Lease {
	/** In the row beside the lock: how many they are tells those who wait one row from the next. */
	readonly marks: string[];
	/** How many entries the row has as long as nobody else came. */
	size = 0;
	/** A write left within the lease, and it is not known to have come back within it. */
	isWriting = false;
	private readonly started = performance.now();
	/** A machine that was suspended may have stopped the other clock. */
	private readonly startedAt = Date.now();

	/** @param least so many marks, and up to 63 more */
	constructor(least = 1) {
		const token = Math.random().toString(36).slice(2);
		const count = least + Math.floor(Math.random() * MARKS);
		this.marks = Array.from({ length: count }, (_, mark) => `${token} ${mark}`);
	}

	/** The same marks from now on, in a row of that size. */
	renewed(size: number): Lease {
		return Object.assign(new Lease(), { marks: this.marks, size });
	}

	get isOver(): boolean {
		return performance.now() - this.started >= LEASE_MS || Date.now() - this.startedAt >= LEASE_MS;
	}

	/** The store, as long as the lease lasts: a write fails that would leave, or came back, too late. */
	within(store: Store): Store {
		const inTime =
			<Arguments extends unknown[], Answer>(write: (...about: Arguments) => Promise<Answer>) =>
			async (...about: Arguments): Promise<Answer> => {
				if (this.isOver) throw new Error(TOO_SLOW);
				this.isWriting = true;
				const answer = await write(...about);
				if (this.isOver) throw new Error(TOO_SLOW);
				this.isWriting = false;
				return answer;
			};
		const { clearAllProcessedItems, getProcessedDataCount } = store;
		return {
			clearAllProcessedItems,
			getProcessedDataCount,
			checkProcessedAndRecord: inTime(store.checkProcessedAndRecord),
			removeProcessed: inTime(store.removeProcessed),
		};
	}
}
