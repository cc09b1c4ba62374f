import { openAmong, remove, tear } from './claimStore';
import type { Claimed, Store } from './claimStore';
import { Lock } from './lock';
import { OwnClaims } from './ownClaims';
import { wait } from '../pace/wait';

interface Waiting {
	value: string;
	resolve: (claimed: Claimed) => void;
	reject: (error: unknown) => void;
}

const LONGEST_GATHER_MS = 500;

/**
 * The claims of one workflow in this process. n8n's store is one database row a workflow, read, changed and
 * written as a whole: so writes wait for each other here, those that wait go out as a group, and a lock keeps
 * other processes away from each group. The store keeps an entry a claim and one a placed call until the
 * workflow is deleted.
 */
export class Claims {
	private readonly waiting: Waiting[] = [];
	private readonly finished: string[] = [];
	private readonly released: string[] = [];
	/** Runs that end: each waits for one round, which takes along all that was theirs. */
	private readonly ending: Array<() => void> = [];
	private readonly mine = new OwnClaims();
	private readonly lock = new Lock();
	/** The nodes whose runs claim here: each has a lock of its own. */
	private readonly nodes = new Map<string, Store>();
	/** Of whoever came last: a run that is over may be stopped. */
	private store?: Store;
	private working?: Promise<void>;
	private lastTook = 0;
	/** Ends the wait for more rows. */
	private enough?: AbortController;
	/** As many rows as can wait at once: a group of them need not wait for more. */
	private full = 1;
	/** What could not be written: a later run will report these numbers as unknown. */
	unwritten = 0;
	users = 0;

	/** A run of a node begins. */
	join(nodeId: string, store: Store): void {
		this.users += 1;
		this.nodes.set(nodeId, store);
	}

	/** Tells how many rows a run has under way at once. */
	expect(lanes: number): void {
		this.full = Math.max(this.full, lanes);
	}

	async claim(store: Store, value: string): Promise<Claimed> {
		return await new Promise<Claimed>((resolve, reject) => {
			this.waiting.push({ value, resolve, reject });
			if (this.waiting.length >= this.full) this.enough?.abort();
			this.work(store);
		});
	}

	/** The call was placed; written with the next group. */
	done(value: string): void {
		this.mine.done(value);
		this.finished.push(value);
	}

	/** Nobody was called: the number may be claimed again, once the next round has written it. */
	release(store: Store, value: string): void {
		this.mine.release(value);
		this.released.push(value);
		this.work(store);
	}

	/** Nobody knows what came of this claim. */
	leaveOpen(value: string): void {
		this.mine.leave(value);
	}

	/** Waits for all to be written that is known by now, and not for what others bring meanwhile. */
	async flush(store: Store): Promise<void> {
		await new Promise<void>((resolve) => {
			this.ending.push(resolve);
			this.work(store);
		});
	}

	private work(store: Store): void {
		this.store = store;
		this.working ??= this.drain();
	}

	private async drain(): Promise<void> {
		// One turn of the event loop, so that rows which start together are one group.
		await Promise.resolve();
		while (this.waiting.length + this.released.length + this.ending.length > 0) {
			await this.gather();
			const ending = this.ending.splice(0);
			if (this.waiting.length + this.released.length + this.finished.length > 0) {
				const work = async (locked: Store) => await this.round(locked);
				await this.alone(work).catch((error: unknown) => this.giveUp(error));
			}
			if (ending.length > 0) await this.tellTorn().catch(() => {});
			for (const over of ending) over();
		}
		// In the same breath as that look: a claim that comes between the two would be forgotten.
		this.working = undefined;
	}

	/** A large store takes its time: meanwhile more rows come along, and one write serves them all. */
	private async gather(): Promise<void> {
		const { length } = this.waiting;
		if (length === 0 || length >= this.full) return;
		this.enough = new AbortController();
		await wait(Math.min(this.lastTook, LONGEST_GATHER_MS), this.enough.signal);
		this.enough = undefined;
	}

	private async round(store: Store): Promise<void> {
		const started = Date.now();
		const released = this.released.splice(0);
		// Where this fails the claims stay: a later run reports these numbers rather than calling them.
		await remove(store, released).catch(() => (this.unwritten += released.length));
		await this.group(store, this.waiting.splice(0), this.finished.splice(0));
		this.lastTook = Date.now() - started;
	}

	private async group(store: Store, waiting: Waiting[], finished: string[]): Promise<void> {
		if (waiting.length + finished.length === 0) return;
		try {
			const values = [...new Set(waiting.map(({ value }) => value))];
			const fresh = await this.mine.record(store, values, finished);
			const known = new Set(values.filter((value) => !fresh.has(value) && !this.mine.of(value)));
			const open = await openAmong(store, [...known]).catch((error: Error) => error);
			for (const claim of waiting) {
				const { value, resolve, reject } = claim;
				const isNew = fresh.delete(value); // Of two alike only the first may have it.
				if (isNew) this.mine.underWay(value);
				const its = this.mine.of(value);
				const isKept = its ?? (known.has(value) && !this.released.includes(value));
				if (isNew) resolve('new');
				// Given back or left open while the store was asked: what it is now is to be asked anew.
				else if (!isKept) this.waiting.push(claim);
				else if (open instanceof Error) reject(open);
				else resolve(open.has(value) ? 'open' : (its ?? 'done'));
			}
			for (const value of finished) this.mine.leave(value);
		} catch (error) {
			this.failed(error, waiting, finished);
		}
	}

	private async alone(work: (locked: Store) => Promise<void>): Promise<void> {
		await this.tellTorn();
		await this.lock.holdAll(this.nodes, this.store!, work);
	}

	/** Nobody may claim in a row that a late write of this process has put back; nor does this one until it is said. */
	private async tellTorn(): Promise<void> {
		await this.lock.isFree;
		if (!this.lock.hasTorn) return;
		await this.lock.holdAll(this.nodes, this.store!, async (locked) => {
			await tear(locked);
			this.lock.hasTorn = false;
		});
	}

	/** Without the lock nothing is written: the store keeps what it has. */
	private giveUp(error: unknown): void {
		this.unwritten += this.released.splice(0).length;
		this.failed(error, this.waiting.splice(0), this.finished.splice(0));
	}

	private failed(error: unknown, waiting: Waiting[], finished: string[]): void {
		this.unwritten += finished.length;
		for (const { reject } of waiting) reject(error);
		for (const value of finished) this.mine.leave(value);
	}
}
