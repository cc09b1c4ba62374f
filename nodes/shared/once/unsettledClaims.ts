import { ask, takeBack } from './claimStore';
import type { Store } from './claimStore';

/**
 * Finds the claims whose end nobody knows. Asking n8n's store leaves marks in it; they are taken back, and
 * where the store fails just then, later: or a later run would tell something else of these numbers.
 */
export class OpenClaims {
	/** Claims whose marks stand, and whether they are open. */
	private readonly asked = new Map<string, boolean>();

	/** Those of the claims that were never marked as done. */
	async among(store: Store, claims: string[]): Promise<Set<string>> {
		const unasked = claims.filter((claim) => !this.asked.has(claim));
		const found = await ask(store, unasked);
		for (const claim of unasked) this.asked.set(claim, found.has(claim));
		const open = new Set(claims.filter((claim) => this.asked.get(claim)));
		await this.takeBack(store);
		return open;
	}

	/** True while marks stand that are to be taken back. */
	get marks(): boolean {
		return this.asked.size > 0;
	}

	/** The call was placed after all: that it is marked as done is right now. */
	done(claim: string): void {
		if (this.asked.has(claim)) this.asked.set(claim, false);
	}

	/** Never throws. */
	async takeBack(store: Store): Promise<void> {
		const asked = [...this.asked];
		try {
			await takeBack(store, asked);
			for (const [claim] of asked) this.asked.delete(claim);
		} catch {
			// They stay noted here for the next time.
		}
	}
}
