import type { IDataObject } from 'n8n-workflow';

type Id = string | number;

/**
 * Gives each row of a list once: while pages are read, rows move from one page to the next. Memory: the IDs of
 * one listing, while it runs.
 */
export class OnceEach {
	private readonly seen = new Set<Id>();
	/** How many rows came again. */
	again = 0;

	/** Those of a page's rows whose ID has not come yet; rows without an ID all count. */
	of(rows: IDataObject[]): IDataObject[] {
		const fresh = rows.filter((row) => {
			const id = (row as IDataObject | null)?.id;
			if (typeof id !== 'string' && typeof id !== 'number') return true;
			if (!this.seen.has(id)) return true;
			this.again++;
			return false;
		});
		for (const row of fresh) {
			const id = (row as IDataObject | null)?.id;
			if (typeof id === 'string' || typeof id === 'number') this.seen.add(id);
		}
		return fresh;
	}

	/** What the output pane should say of it. */
	get hint(): string | undefined {
		if (this.again === 0) return undefined;
		return `The list changed while it was read: ${this.again} rows came twice and are given once, and others may be missing. Run it again to be sure.`;
	}
}
