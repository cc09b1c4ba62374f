import { openAmong, unmark } from './claimStore';
import type { Store } from './claimStore';

/**
 * Finds the claims whose end nobody knows. Asking n8n's store marks them as done; the marks are taken back,
 * and where the store fails just then, later: or a later run would tell that these numbers were called.
 */
export class OpenClaims {
	private readonly marked = new Set<string>();

	/** Those of the claims that were never marked as done. */
	async among(store: Store, claims: string[]): Promise<Set<string>> {
		const unasked = claims.filter((claim) => !this.marked.has(claim));
		for (const claim of await openAmong(store, unasked)) this.marked.add(claim);
		const open = new Set(claims.filter((claim) => this.marked.has(claim)));
		await this.takeBack(store);
		return open;
	}

	/** True while marks stand that are to be taken back. */
	get marks(): boolean {
		return this.marked.size > 0;
	}

	/** Never throws. */
	async takeBack(store: Store): Promise<void> {
		const marked = [...this.marked];
		try {
			await unmark(store, marked);
			this.marked.clear();
		} catch {
			// They stay noted here for the next time.
		}
	}
}
