import type { IDataObject } from 'n8n-workflow';

type Id = string | number;

/** What a row is known by. A number that has lost digits is no ID: others have become the same. */
function idOf(row: IDataObject | null): Id | undefined {
	const id = row?.id;
	return typeof id === 'string' || Number.isSafeInteger(id) ? (id as Id) : undefined;
}

/**
 * Gives each row of a list once: while pages are read, rows move from one page to the next. Memory: the IDs of
 * one listing, while it runs.
 */
export class OnceEach {
	private readonly seen = new Set<Id>();
	/** How many rows came again. */
	private again = 0;

	/**
	 * Those of a page's rows whose ID has not come yet; rows without an ID all count.
	 * @param isSamePage the page before came again as it was, so that nothing has moved
	 */
	of(rows: IDataObject[], isSamePage = false): IDataObject[] {
		const ids = rows.map(idOf);
		const fresh = rows.filter((_row, at) => {
			const id = ids[at];
			return id === undefined || !this.seen.has(id);
		});
		if (!isSamePage) this.again += rows.length - fresh.length;
		for (const id of ids) if (id !== undefined) this.seen.add(id);
		return fresh;
	}

	/** What the output pane should say of it. */
	get hint(): string | undefined {
		if (this.again === 0) return undefined;
		return `The list changed while it was read: ${this.again} rows came twice and are given once, and others may be missing. Run it again to be sure.`;
	}
}
