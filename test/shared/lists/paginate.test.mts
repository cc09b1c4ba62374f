import type { IDataObject } from 'n8n-workflow';

import type { Host, Send, VendorRequest } from '../../../nodes/shared/contract/request.ts';
import { paged } from '../../../nodes/shared/lists/paginate.ts';
import type { Paging } from '../../../nodes/shared/lists/paginate.ts';
import { reading } from '../../support/reading.mts';

interface Page {
	rows: IDataObject[];
	cursor?: string;
}

const byCursor: Paging = {
	largest: 100,
	query: (size, mark) => ({ limit: size, ...(mark === undefined ? {} : { cursor: mark }) }),
	rows: (body) => (body as Page).rows,
	next: (body) => (body as Page).cursor,
};

const byNumber: Paging = {
	largest: 100,
	first: 1,
	query: (size, mark) => ({ per_page: size, page: mark }),
	rows: (body) => (body as Page).rows,
	next: (_body, mark, isFull) => (isFull ? Number(mark) + 1 : undefined),
};

const request: VendorRequest = { method: 'GET', url: '/list', qs: { status: 'open' } };

/** Lists through a vendor that has this many rows; answers what came out and what was asked for. */
async function list(paging: Paging, total: number, parameters: object, circles = false) {
	const asked: IDataObject[] = [];
	const hints: string[] = [];
	const send: Send = async ({ qs = {} }) => {
		asked.push(qs);
		const size = Number(qs.limit ?? qs.per_page);
		const from = qs.page ? (Number(qs.page) - 1) * size : Number(qs.cursor ?? 0);
		const to = Math.min(from + size, total);
		const rows = Array.from({ length: to - from }, (_row, index) => ({ id: from + index }));
		const cursor = circles ? String(size) : to < total ? String(to) : undefined;
		return { status: 200, headers: {}, body: { rows, cursor } };
	};
	const host = { itemIndex: 0, hint: (text: string) => hints.push(text) } as unknown as Host;
	const items = await paged(paging)(reading({ ...parameters }), request)(send, host);
	return { ids: items.map(({ json }) => Number(json.id)), asked, hints };
}

const limit = (count: number) => ({ returnAll: false, limit: count });
const counting = (count: number) => Array.from({ length: count }, (_id, index) => index);

describe.each([
	['a cursor', byCursor],
	['page numbers', byNumber],
])('a list by %s', (_how, paging) => {
	test('Return All reads to the end, each row once and in order', async () => {
		const { ids, hints } = await list(paging, 250, { returnAll: true });
		expect(ids).toEqual(counting(250));
		expect(hints).toEqual([]);
	});

	test.each([1, 7, 50, 100, 101, 199, 200])(
		'a limit of %d asks for no more rows than needed',
		async (count) => {
			const { ids, asked } = await list(paging, 1_000, limit(count));
			expect(ids).toEqual(counting(count));
			expect(asked).toHaveLength(Math.ceil(count / 100));
			const rows = asked.reduce((sum, qs) => sum + Number(qs.limit ?? qs.per_page), 0);
			expect(rows - count).toBeLessThan(asked.length);
		},
	);

	test('a limit that is reached exactly tells that more may exist', async () => {
		const { hints } = await list(paging, 1_000, limit(50));
		expect(hints).toEqual([expect.stringContaining('There may be more results')]);
	});

	test.each([0, 9])('fewer than the limit (%d) is all there is, without a hint', async (total) => {
		const { ids, hints, asked } = await list(paging, total, limit(50));
		expect(ids).toEqual(counting(total));
		expect(hints).toEqual([]);
		expect(asked).toHaveLength(1);
	});

	test('the filters go out with every page', async () => {
		const { asked } = await list(paging, 250, { returnAll: true });
		expect(asked.length).toBeGreaterThan(2);
		expect(asked.every(({ status }) => status === 'open')).toBe(true);
	});
});

test('empty pages are read on from, but not without end', async () => {
	const read = async (empty: number) => {
		const steps = paged({
			largest: 100,
			first: 0,
			query: (_size, page) => ({ page }),
			rows: (body) => body as IDataObject[],
			next: (_body, page) => (Number(page) < empty ? Number(page) + 1 : undefined),
		})(reading({ returnAll: true }), { method: 'GET', url: '/' });
		const send: Send = async ({ qs }) => ({
			status: 200,
			headers: {},
			body: qs?.page === empty ? [{ id: 1 }] : [],
		});
		return await steps(send, { hint: () => {} } as unknown as Host);
	};
	expect(await read(19)).toEqual([{ json: { id: 1 } }]);
	await expect(read(20)).rejects.toThrow('The list goes on and on with empty pages.');
});

test('a vendor whose cursor leads back to a page is not followed in circles', async () => {
	await expect(list(byCursor, 250, { returnAll: true }, true)).rejects.toThrow(
		'The list leads back to a page that was read already.',
	);
});

test.each([0, -1, 2.5, 'ten'])('a limit of %s is refused', async (count) => {
	await expect(list(byCursor, 10, { returnAll: false, limit: count })).rejects.toThrow(
		'limit: must be a whole number from 1 to 1000000',
	);
});

test('100,000 rows take time in proportion to their number', async () => {
	const took = async (total: number) => {
		// Time on the processor: what other programs take on a busy machine is no cost of ours.
		const begun = process.cpuUsage();
		await list(byCursor, total, { returnAll: true });
		return process.cpuUsage(begun).user / 1_000;
	};
	await took(10_000);
	const few = Math.max(await took(10_000), 1);
	// Ten times the rows: copying all of them for each page would take a hundred times as long.
	expect((await took(100_000)) / few).toBeLessThan(40);
});
