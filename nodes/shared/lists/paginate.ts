import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Reader } from '../contract/reader';
import type { Steps, VendorRequest } from '../contract/request';
import { Circles } from './circles';
import type { Mark } from './circles';
import { listIn } from './listIn';
import { OnceEach } from './onceEach';

/** How one vendor's list is paged. */
export interface Paging {
	/** The most rows the vendor gives in one page. */
	largest: number;
	/** The query of a page; the first has no mark unless `first` gives one. */
	query: (size: number, mark?: Mark) => IDataObject;
	first?: Mark;
	/** True where a mark counts pages, so that where a page begins depends on their size. */
	counts?: true;
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

/**
 * What to ask for after a first page. A vendor whose pages are smaller than asked for may count them by its own
 * size or by the size asked for; asked for its own size, both are the same, and no row is between two pages.
 */
export const sizeAfter = (asked: number, got: number): number =>
	got >= SMALLEST_PAGE && got < asked ? got : asked;

/** Runs a listing page by page until `limit`; refuses a vendor that sends it round in circles. */
export function paged(paging: Paging): (read: Reader, request: VendorRequest) => Steps {
	return (read, request) => {
		const wanted = wantedOf(read);
		return async (send, host) => {
			let size = sizeFor(wanted, paging.largest);
			const items: INodeExecutionData[] = [];
			const circles = new Circles();
			const once = new OnceEach();
			/** As many rows as a page has at most: some vendors give fewer than they are asked for. */
			let most = 0;
			for (let mark = paging.first; ;) {
				const qs = { ...request.qs, ...paging.query(size, mark) };
				const { body } = await send({ ...request, qs });
				const rows = listIn(paging.rows(body, read));
				const isSame = circles.isSamePage(rows);
				const fresh = once.of(rows, isSame);
				const isCut = fresh.length > wanted - items.length;
				for (const json of fresh.slice(0, wanted - items.length)) items.push({ json });
				if (paging.counts && mark === paging.first) size = sizeAfter(size, rows.length);
				most = Math.max(most, rows.length);
				const isFull =
					!isSame && rows.length >= Math.min(size, SMALLEST_PAGE) && rows.length === most;
				mark = paging.next(body, mark, isFull);
				const isEnough = items.length >= wanted;
				if (isEnough && (isCut || mark !== undefined || rows.length >= size)) host.hint(MORE);
				if (isEnough || mark === undefined) {
					if (once.hint) host.hint(once.hint);
					return items;
				}
				circles.check(mark);
			}
		};
	};
}

/** Runs a listing that comes in one answer. */
export const inOneAnswer = (read: Reader, request: VendorRequest): Steps => {
	const wanted = wantedOf(read);
	return async (send, host) => {
		const { body } = await send(request);
		const rows = listIn(body);
		if (rows.length > wanted) host.hint(MORE);
		return rows.slice(0, wanted).map((json) => ({ json }));
	};
};
