import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Failure } from '../contract/failure';
import type { Operation } from '../contract/operation';
import type { Reader } from '../contract/reader';
import { listIn } from './listIn';
import { OnceEach } from './onceEach';

/** Where a page is: a cursor, an index or a number, as the vendor counts. */
type Mark = string | number;

/** How one vendor's list is paged. */
export interface Paging {
	/** The most rows the vendor gives in one page. */
	largest: number;
	/** The query of a page; the first has no mark unless `first` gives one. */
	query: (size: number, mark?: Mark) => IDataObject;
	first?: Mark;
	rows: (body: unknown, read: Reader) => IDataObject[];
	/** The mark of the page after this one; nothing after the last. A full page may not be the last. */
	next: (body: unknown, mark: Mark | undefined, isFull: boolean) => Mark | undefined;
}

/** How many results the user wants. */
export const wantedOf = (read: Reader): number =>
	read.flag('returnAll') ? Infinity : read.count('limit', 1, 1_000_000);

const MORE = 'There may be more results. Raise Limit or turn on Return All.';

/** Pages of equal size that together hold no more than is wanted. */
const sizeFor = (wanted: number, largest: number): number =>
	wanted === Infinity ? largest : Math.ceil(wanted / Math.ceil(wanted / largest));

/** A page that holds fewer rows than any vendor's pages is the last one. Ours: the smallest default known is 10. */
const SMALLEST_PAGE = 10;

/** A filter may leave pages empty, and pages may be alike; a list of nothing else has no end. */
const MOST_IDLE = 20;

const circling = (message: string): Failure =>
	new Failure('failed', message, 'Set a Limit, and report this to the vendor.');

/** Runs a listing page by page until `limit`; refuses a vendor that sends it round in circles. */
export function paged(paging: Paging): NonNullable<Operation['run']> {
	return (read, request) => {
		const wanted = wantedOf(read);
		const size = sizeFor(wanted, paging.largest);
		return async (send, host) => {
			const items: INodeExecutionData[] = [];
			const seen = new Set<Mark>();
			const once = new OnceEach();
			let idle = 0;
			let before = '';
			/** As many rows as a page has at most: some vendors give fewer than they are asked for. */
			let most = 0;
			for (let mark = paging.first; ;) {
				const qs = { ...request.qs, ...paging.query(size, mark) };
				const { body } = await send({ ...request, qs });
				const rows = listIn(paging.rows(body, read));
				for (const json of once.of(rows).slice(0, wanted - items.length)) items.push({ json });
				most = Math.max(most, rows.length);
				const isFull = rows.length >= Math.min(size, SMALLEST_PAGE) && rows.length === most;
				mark = paging.next(body, mark, isFull);
				if (items.length >= wanted && (mark !== undefined || rows.length >= size)) host.hint(MORE);
				if (items.length >= wanted || mark === undefined) {
					if (once.hint) host.hint(once.hint);
					return items;
				}
				if (typeof mark === 'object') throw circling('The list names no usable next page.');
				if (seen.has(mark)) throw circling('The list leads back to a page that was read already.');
				seen.add(mark);
				const page = JSON.stringify(rows);
				idle = rows.length > 0 && page !== before ? 0 : idle + 1;
				before = page;
				if (idle >= MOST_IDLE) {
					throw circling(
						`The list goes on and on with ${rows.length > 0 ? 'the same page' : 'empty pages'}.`,
					);
				}
			}
		};
	};
}

/** Runs a listing that comes in one answer. */
export const inOneAnswer: NonNullable<Operation['run']> = (read, request) => {
	const wanted = wantedOf(read);
	return async (send, host) => {
		const { body } = await send(request);
		const rows = listIn(body);
		if (rows.length > wanted) host.hint(MORE);
		return rows.slice(0, wanted).map((json) => ({ json }));
	};
};
