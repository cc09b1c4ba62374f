import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Failure } from '../contract/failure';
import type { Operation } from '../contract/operation';
import type { Reader } from '../contract/reader';

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
	/** The mark of the page after this one; nothing after the last. */
	next: (body: unknown, mark: Mark | undefined, isFull: boolean) => Mark | undefined;
}

/** How many results the user wants. */
export const wantedOf = (read: Reader): number =>
	read.flag('returnAll') ? Infinity : read.count('limit', 1, 1_000_000);

const MORE = 'The limit was reached exactly: more may exist. Raise Limit or switch Return All on.';

/** Pages of equal size that together hold no more than is wanted. */
const sizeFor = (wanted: number, largest: number): number =>
	wanted === Infinity ? largest : Math.ceil(wanted / Math.ceil(wanted / largest));

/** A filter may leave pages empty, and pages may be alike; a list of nothing else has no end. */
const MOST_IDLE = 20;

const circling = (message: string): Failure =>
	new Failure('failed', message, 'Set a Limit, and report this to the vendor.');

function listIn(rows: unknown): IDataObject[] {
	if (Array.isArray(rows)) return rows as IDataObject[];
	throw new Failure('failed', 'The answer holds no list.', 'Check the Base URL in the credential.');
}

/** Runs a listing page by page until `limit`; refuses a vendor that sends it round in circles. */
export function paged(paging: Paging): NonNullable<Operation['run']> {
	return (read, request) => {
		const wanted = wantedOf(read);
		const size = sizeFor(wanted, paging.largest);
		return async (send, host) => {
			const items: INodeExecutionData[] = [];
			const seen = new Set<Mark>();
			let idle = 0;
			let before = '';
			for (let mark = paging.first; ;) {
				const qs = { ...request.qs, ...paging.query(size, mark) };
				const { body } = await send({ ...request, qs });
				const rows = listIn(paging.rows(body, read));
				for (const json of rows.slice(0, wanted - items.length)) items.push({ json });
				mark = paging.next(body, mark, rows.length >= size);
				if (items.length >= wanted && (mark !== undefined || rows.length >= size)) host.hint(MORE);
				if (items.length >= wanted || mark === undefined) return items;
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
		const rows = (Array.isArray(body) ? body : [body]) as IDataObject[];
		if (rows.length > wanted) host.hint(MORE);
		return rows.slice(0, wanted).map((json) => ({ json }));
	};
};
