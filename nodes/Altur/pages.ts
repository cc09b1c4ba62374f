import type { IDataObject } from 'n8n-workflow';
import type { Paging } from '../shared/lists/paginate';
import { asObject } from '../shared/values/json';

interface Page {
	pagination?: { has_next?: boolean; next_page?: number | null };
}

/** Altur's lists that count pages from 0, each of up to 100 rows under the given name. */
export const byIndex = (name: string): Paging => ({
	largest: 100,
	first: 0,
	counts: true,
	query: (pageSize, pageIndex) => ({ pageSize, pageIndex }),
	rows: (body) => asObject(body)[name] as IDataObject[],
	next: (body, mark) => {
		const { pagination } = asObject(body) as Page;
		return pagination?.has_next ? (pagination.next_page ?? Number(mark) + 1) : undefined;
	},
});
