import { record, remove } from './claimStore';
import type { Claimed, Store } from './claimStore';
import { OpenClaims } from './unsettledClaims';
import { wait } from '../pace/wait';

interface Waiting {
	value: string;
	resolve: (claimed: Claimed) => void;
	reject: (error: unknown) => void;
}

const LONGEST_GATHER_MS = 500;

/**
 * The claims of one workflow in this process. n8n's store is one database row a workflow, read, changed and
 * written as a whole without a lock: so writes wait for each other here, and those that wait go out as a group.
 * Memory: what is claimed and not settled yet, for the length of the runs; the store itself keeps an entry
 * a claim and one a placed call until the workflow is deleted.
 */
export class Claims {
	private readonly waiting: Waiting[] = [];
	private readonly finished: string[] = [];
	private readonly released: string[] = [];
	/** Runs that end: each waits for one round, which takes along all that was theirs. */
	private readonly ending: Array<() => void> = [];
	/** Claimed in this process, and its end is not yet in the store. */
	private readonly mine = new Map<string, 'underWay' | 'done'>();
	private working?: Promise<void>;
	private lastTook = 0;
	/** Ends the wait for more rows. */
	private enough?: AbortController;
	/** As many rows as can wait at once: a group of them need not wait for more. */
	private full = 1;
	/** What could not be written: a later run will report these numbers as unknown. */
	unwritten = 0;
	users = 0;
	open = new OpenClaims();

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
		this.mine.set(value, 'done');
		this.open.done(value);
		this.finished.push(value);
	}

	/** Nobody was called: the number may be claimed again, once the next round has written it. */
	release(store: Store, value: string): void {
		this.mine.delete(value);
		this.released.push(value);
		this.work(store);
	}

	/** Nobody knows what came of this claim. */
	leaveOpen(value: string): void {
		this.mine.delete(value);
	}

	/** Waits for all to be written that is known by now, and not for what others bring meanwhile. */
	async flush(store: Store): Promise<void> {
		await new Promise<void>((resolve) => {
			this.ending.push(resolve);
			this.work(store);
		});
	}

	private pending(): boolean {
		return this.waiting.length + this.released.length + this.ending.length > 0;
	}

	private work(store: Store): void {
		this.working ??= this.drain(store);
	}

	private async drain(store: Store): Promise<void> {
		// One turn of the event loop, so that rows which start together are one group.
		await Promise.resolve();
		while (this.pending()) {
			await this.gather();
			const started = Date.now();
			const ending = this.ending.splice(0);
			await this.removeReleased(store);
			await this.open.takeBack(store);
			await this.group(store, this.waiting.splice(0), this.finished.splice(0));
			this.lastTook = Date.now() - started;
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

	private async removeReleased(store: Store): Promise<void> {
		const values = this.released.splice(0);
		try {
			await remove(store, values);
		} catch {
			// The claims stay: a later run reports these numbers as unknown rather than calling them.
			this.unwritten += values.length;
		}
	}

	private async group(store: Store, waiting: Waiting[], finished: string[]): Promise<void> {
		if (waiting.length + finished.length === 0) return;
		try {
			const values = [...new Set(waiting.map(({ value }) => value))];
			const fresh = await record(store, values, finished);
			const known = new Set(values.filter((value) => !fresh.has(value) && !this.mine.has(value)));
			const open = await this.open.among(store, [...known]).catch((error: Error) => error);
			for (const claim of waiting) {
				const { value, resolve, reject } = claim;
				const isNew = fresh.delete(value); // Of two alike only the first may have it.
				if (isNew) this.mine.set(value, 'underWay');
				const isKept = this.mine.has(value) || (known.has(value) && !this.released.includes(value));
				if (isNew) resolve('new');
				// Given back or left open while the store was asked: what it is now is to be asked anew.
				else if (!isKept) this.waiting.push(claim);
				else if (open instanceof Error) reject(open);
				else resolve(open.has(value) ? 'open' : (this.mine.get(value) ?? 'done'));
			}
		} catch (error) {
			this.unwritten += finished.length;
			for (const { reject } of waiting) reject(error);
		} finally {
			for (const value of finished) this.mine.delete(value);
		}
	}
}

const byWorkflow = new Map<string, Claims>();

/** What n8n's store did not let the last run of a workflow take back, for its next run in this process. */
const leftMarked = new Map<string, OpenClaims>();

/** The claims of a workflow, for the length of one run; `leaveClaims` gives them back. */
export function joinClaims(workflowId: string): Claims {
	const claims = byWorkflow.get(workflowId) ?? new Claims();
	claims.open = leftMarked.get(workflowId) ?? claims.open;
	byWorkflow.set(workflowId, claims);
	claims.users += 1;
	return claims;
}

export function leaveClaims(workflowId: string, claims: Claims): void {
	claims.users -= 1;
	if (claims.users > 0) return;
	byWorkflow.delete(workflowId);
	leftMarked.delete(workflowId);
	if (claims.open.marks) leftMarked.set(workflowId, claims.open);
}
