/** One page of a list, and what to ask for to see its neighbours. */
export interface CursorPage<Row> {
	rows: Row[];
	pagination: {
		has_next: boolean;
		has_previous: boolean;
		next_cursor: string | null;
		previous_cursor: string | null;
	};
}

const write = (start: number): string => Buffer.from(`at:${start}`).toString('base64url');

/** The row a cursor points at; undefined if this sandbox did not make it. */
export function readCursor(cursor: string | undefined): number | undefined {
	if (cursor === undefined) return 0;
	const start = /^at:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
	return start === undefined ? undefined : Number(start);
}

/** The page that starts at a row. */
export function cursorPage<Row>(all: Row[], start: number, size: number): CursorPage<Row> {
	const next = start + size;
	const hasNext = next < all.length;
	const hasPrevious = start > 0;
	return {
		rows: all.slice(start, next),
		pagination: {
			has_next: hasNext,
			has_previous: hasPrevious,
			next_cursor: hasNext ? write(next) : null,
			previous_cursor: hasPrevious ? write(Math.max(0, start - size)) : null,
		},
	};
}
