import type { IDataObject } from 'n8n-workflow';
import type { Host, Send, VendorRequest } from '../../../nodes/shared/contract/request.ts';
import { inOneAnswer, paged, wantedOf } from '../../../nodes/shared/lists/paginate.ts';
import type { Paging } from '../../../nodes/shared/lists/paginate.ts';
import { moreMayExist } from '../../contract/case.mts';
import { reading } from '../../support/reading.mts';

const request: VendorRequest = { method: 'GET', url: '/list' };
const all = { returnAll: true };
const upTo = (limit: unknown) => ({ returnAll: false, limit });

/** Lists through pages as they are given; the mark of the next one comes with each. */
async function listed(
	pages: Array<{ rows: unknown; next?: unknown }>,
	parameters: object,
	largest = 2,
) {
	const hints: string[] = [];
	const asked: unknown[] = [];
	const paging: Paging = {
		largest,
		query: (size, mark) => ({ size, mark }),
		rows: (body) => (body as { rows: never }).rows,
		next: (body) => (body as { next: never }).next,
	};
	const send: Send = async (one) => {
		asked.push(one.qs);
		return { status: 200, headers: {}, body: pages[asked.length - 1] };
	};
	const host = { hint: (text: string) => hints.push(text) } as unknown as Host;
	const items = await paged(paging)(reading({ ...parameters }), request)(send, host);
	return { ids: items.map(({ json }) => json), hints, asked };
}

test('the first page has no mark, the next one that of the page before', async () => {
	const pages = [{ rows: [1, 2], next: 'b' }, { rows: [3] }];
	expect((await listed(pages, all)).asked).toEqual([{ size: 2 }, { size: 2, mark: 'b' }]);
});

test('a limit of several pages asks for pages of equal size', async () => {
	const pages = [{ rows: [1, 2, 3], next: 'b' }, { rows: [4, 5, 6] }];
	const { asked } = await listed(pages, upTo(5), 4);
	expect(asked).toEqual([{ size: 3 }, { size: 3, mark: 'b' }]);
});

test.each([
	['a page more is named', [{ rows: [1, 2], next: 'b' }], [moreMayExist]],
	['the last page is full', [{ rows: [1, 2] }], [moreMayExist]],
	['a page that is not full is named as the last', [{ rows: [1, 2, 3] }], [moreMayExist]],
])('a limit of 2 that is reached is told where %s', async (_where, pages, hints) => {
	const { ids, hints: told } = await listed(pages, upTo(2));
	expect(ids).toEqual([1, 2]);
	expect(told).toEqual(hints);
});

test('a limit that is not reached is not told', async () => {
	const pages = [{ rows: [1, 2], next: 'b' }, { rows: [] }];
	const { ids, hints } = await listed(pages, upTo(3));
	expect(ids).toEqual([1, 2]);
	expect(hints).toEqual([]);
});

test('a limit that is reached with the last, short page is all there is', async () => {
	const pages = [{ rows: [1, 2, 3], next: 'b' }, { rows: [4] }];
	const { ids, hints } = await listed(pages, upTo(4), 3);
	expect(ids).toEqual([1, 2, 3, 4]);
	expect(hints).toEqual([]);
});

const ends = (message: string) => ({
	message,
	outcome: 'failed',
	advice: 'Set a Limit, and report this to the vendor.',
});

test('a next page that is an object, or one that was read before, is not asked for', async () => {
	const object = [{ rows: [1], next: {} }];
	await expect(listed(object, all)).rejects.toMatchObject(
		ends('The list names no usable next page.'),
	);
	const circle = [
		{ rows: [1], next: 'b' },
		{ rows: [2], next: 'b' },
	];
	await expect(listed(circle, all)).rejects.toMatchObject(
		ends('The list leads back to a page that was read already.'),
	);
});

test('a page in between with rows starts the count of empty ones anew', async () => {
	const pages = Array.from({ length: 39 }, (_page, at) => ({
		rows: at === 19 ? [1] : [],
		next: at < 38 ? `page ${at}` : undefined,
	}));
	expect((await listed(pages, all)).ids).toEqual([1]);
});

test('a vendor that gives the same page for every mark is not followed for ever', async () => {
	const pages = Array.from({ length: 40 }, (_page, at) => ({ rows: [1, 2], next: `page ${at}` }));
	await expect(listed(pages, all)).rejects.toMatchObject(
		ends('The list goes on and on with the same page.'),
	);
	expect((await listed(pages.slice(0, 19), { ...upTo(38) })).ids).toHaveLength(38);
});

test('an answer without a list says so', async () => {
	await expect(listed([{ rows: { a: 1 } }], all)).rejects.toMatchObject({
		...{ message: 'The answer holds no list.', outcome: 'failed' },
		advice: 'Check the Base URL in the credential.',
	});
});

test('what comes in one answer is cut to the limit, which is told', async () => {
	const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];
	const list = async (body: unknown, parameters: object) => {
		const hints: string[] = [];
		const send: Send = async () => ({ status: 200, headers: {}, body });
		const host = { hint: (text: string) => hints.push(text) } as unknown as Host;
		const items = await inOneAnswer(reading({ ...parameters }), request)(send, host);
		return [items.map(({ json }) => json), hints];
	};
	expect(await list(rows, upTo(2))).toEqual([[{ id: 1 }, { id: 2 }], [moreMayExist]]);
	expect(await list(rows, upTo(3))).toEqual([rows, []]);
	expect(await list(rows, all)).toEqual([rows, []]);
	await expect(list({ id: 1 }, upTo(2))).rejects.toThrow('The answer holds no list.');
});

test('as many are wanted as the form says', () => {
	expect(wantedOf(reading(all))).toBe(Infinity);
	expect(wantedOf(reading(upTo(1_000_000)))).toBe(1_000_000);
	for (const limit of [0, 1_000_001]) {
		expect(() => wantedOf(reading(upTo(limit)))).toThrow('a whole number from 1 to 1000000');
	}
});

/** Reads a list whose pages are given, by page numbers or by what the pages name. */
async function pagesOf(pages: IDataObject[][], named = false) {
	const hints: string[] = [];
	let asked = 0;
	const steps = paged({
		largest: 100,
		first: 1,
		query: (_size, page) => ({ page }),
		rows: (body) => body as IDataObject[],
		next: (_body, page, isFull) =>
			(named ? Number(page) < pages.length : isFull) ? Number(page) + 1 : undefined,
	})(reading({ returnAll: true }), { method: 'GET', url: '/' });
	const send: Send = async ({ qs }) => {
		asked++;
		return { status: 200, headers: {}, body: pages[Number(qs?.page) - 1] ?? [] };
	};
	const items = await steps(send, { hint: (text: string) => hints.push(text) } as unknown as Host);
	return { ids: items.map(({ json }) => json.id), hints, asked };
}

const from = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_row, at) => ({ id: first + at }));

test('a server that gives smaller pages than it is asked for is read to the end', async () => {
	const { ids } = await pagesOf([from(0, 49), from(50, 99), from(100, 106)]);
	expect(ids).toEqual(from(0, 106).map(({ id }) => id));
});

test('a page of fewer rows than any vendor’s pages is not followed by another request', async () => {
	expect((await pagesOf([from(0, 8)])).asked).toBe(1);
	expect((await pagesOf([from(0, 9)])).asked).toBe(2);
	expect((await pagesOf([from(0, 99), from(100, 149)])).asked).toBe(2);
});

test('a list whose pages shift gives each ID once, and says so', async () => {
	const { ids, hints } = await pagesOf([from(0, 99), from(95, 194), from(190, 249)], true);
	expect(ids).toEqual(from(0, 249).map(({ id }) => id));
	expect(hints).toEqual([
		'The list changed while it was read: 10 rows came twice and are given once, and others may be missing. Run it again to be sure.',
	]);
});

test('rows without an ID all count', async () => {
	const rows = [{}, { id: null }, {}] as IDataObject[];
	expect((await pagesOf([rows])).ids).toHaveLength(3);
});
