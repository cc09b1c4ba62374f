import { record, recordWhole } from './claimStore';
import type { Store } from './claimStore';

/**
 * What the runs of one workflow have claimed in this process. A process that stood still in a write may wake
 * up much later and put back the row as it was then: so each write says again what is under way here and what
 * came last, and if that was gone, everything. Size: an entry a claim. Cleared with the last of the runs.
 */
export class OwnClaims {
	/** Claimed here, and the end is not yet in the store. */
	private readonly unsettled = new Map<string, 'underWay' | 'done'>();
	/** Claims of these runs in the store, and whether they are marked as done there. */
	private readonly stored = new Map<string, boolean>();
	private latest?: string;
	private isLost = false;

	/** What is known of a claim without asking the store. */
	of(value: string): 'underWay' | 'done' | undefined {
		return this.unsettled.get(value);
	}

	underWay(value: string): void {
		this.unsettled.set(value, 'underWay');
	}

	done(value: string): void {
		this.unsettled.set(value, 'done');
	}

	/** The store says what became of it, or nobody knows. */
	leave(value: string): void {
		this.unsettled.delete(value);
	}

	/** Nobody was called. */
	release(value: string): void {
		this.unsettled.delete(value);
		this.stored.delete(value);
	}

	/** Records claims, and marks finished ones as done; gives the claims that nobody had. */
	async record(store: Store, claims: string[], finished: string[]): Promise<Set<string>> {
		const latest = this.latest === undefined ? [] : [this.latest];
		const again = [...this.unsettled.keys(), ...latest].filter((value) => this.stored.has(value));
		const fresh = await recordWhole(store, [...new Set([...claims, ...again])], finished);
		this.isLost ||= again.some((value) => fresh.has(value));
		// What was called here is not called again because the store has lost it.
		const mine = claims.filter((value) => fresh.has(value) && !this.stored.has(value));
		for (const value of mine) this.stored.set(value, false);
		for (const value of finished) if (this.stored.has(value)) this.stored.set(value, true);
		this.latest = mine.at(-1) ?? this.latest;
		if (this.isLost) await this.restore(store);
		return new Set(mine);
	}

	private async restore(store: Store): Promise<void> {
		const done = [...this.stored].filter(([, isDone]) => isDone).map(([value]) => value);
		await record(store, [...this.stored.keys()], done);
		this.isLost = false;
	}
}
