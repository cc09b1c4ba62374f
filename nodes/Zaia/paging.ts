import type { Paging } from '../shared/lists/paginate';
import { rowsOf } from './rows';

/**
 * Zaia's lists: bare arrays, pages counted from 1, up to 100 rows each. That a page which is not full is
 * the last one is an assumption of ours. Source: its reference.
 */
export const paging: Paging = {
	largest: 100,
	first: 1,
	counts: true,
	query: (pageSize, pageNumber) => ({ pageNumber, pageSize }),
	rows: rowsOf,
	next: (_body, mark, isFull) => (isFull ? Number(mark) + 1 : undefined),
};
