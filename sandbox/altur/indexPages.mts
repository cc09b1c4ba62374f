/** A page of a list that is asked for by its number, from 0. */
export interface IndexPage<Row> {
	rows: Row[];
	pagination: {
		page_index: number;
		page_size: number;
		has_next: boolean;
		has_previous: boolean;
		next_page: number | null;
		previous_page: number | null;
	};
}

/** The page with this number. */
export function indexPage<Row>(all: Row[], index: number, size: number): IndexPage<Row> {
	const start = index * size;
	const hasNext = start + size < all.length;
	const hasPrevious = index > 0;
	return {
		rows: all.slice(start, start + size),
		pagination: {
			page_index: index,
			page_size: size,
			has_next: hasNext,
			has_previous: hasPrevious,
			next_page: hasNext ? index + 1 : null,
			previous_page: hasPrevious ? index - 1 : null,
		},
	};
}
