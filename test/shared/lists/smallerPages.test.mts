import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Host, Send } from '../../../nodes/shared/contract/request.ts';
import { paged } from '../../../nodes/shared/lists/paginate.ts';
import type { Paging } from '../../../nodes/shared/lists/paginate.ts';
import { moreMayExist } from '../../contract/case.mts';
import { reading } from '../../support/reading.mts';

/** A vendor that gives no more than `most` rows a page, whatever it is asked for. */
interface Vendor {
	total: number;
	most: number;
	/** The size by which it tells where a page begins. */
	countsBy: 'its own size' | 'the size asked for';
	/** Whether it says that there is a next page. */
	names: boolean;
}

interface Page {
	rows: IDataObject[];
	more?: boolean;
}

const pageOf = ({ total, most, countsBy, names }: Vendor, size: number, page: number): Page => {
	const given = Math.min(size, most);
	const start = page * (countsBy === 'its own size' ? given : size);
	const end = Math.min(start + given, total);
	const rows = Array.from({ length: Math.max(end - start, 0) }, (_, at) => ({ id: start + at }));
	return names ? { rows, more: end < total } : { rows };
};

/** As both kinds of lists that count pages do it. */
const paging: Paging = {
	largest: 100,
	first: 0,
	counts: true,
	query: (size, page) => ({ size, page }),
	rows: (body) => (body as Page).rows,
	next: (body, page, isFull) => (((body as Page).more ?? isFull) ? Number(page) + 1 : undefined),
};

async function listed(vendor: Vendor, wanted: number) {
	const hints: string[] = [];
	const asked: IDataObject[] = [];
	const send: Send = async ({ qs = {} }) => {
		asked.push(qs);
		return { status: 200, headers: {}, body: pageOf(vendor, Number(qs.size), Number(qs.page)) };
	};
	const read = reading(
		wanted === Infinity ? { returnAll: true } : { returnAll: false, limit: wanted },
	);
	const host = { hint: (text: string) => hints.push(text) } as unknown as Host;
	const items = await paged(paging)(read, { method: 'GET', url: '/' })(send, host);
	return { ids: items.map(({ json }) => json.id), hints, asked };
}

const counting = (count: number) => Array.from({ length: count }, (_, at) => at);

const vendors = fc.record<Vendor>({
	total: fc.nat(320),
	most: fc.integer({ min: 10, max: 120 }),
	countsBy: fc.constantFrom('its own size', 'the size asked for'),
	names: fc.boolean(),
});
const limits = fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 330 }));

test('whatever size a vendor’s pages have and by which it counts them, each row comes once and in order', async () => {
	await fc.assert(
		fc.asyncProperty(vendors, limits, async (vendor, wanted) => {
			const { ids, hints, asked } = await listed(vendor, wanted);
			expect(ids).toEqual(counting(Math.min(wanted, vendor.total)));
			if (vendor.total > wanted) expect(hints).toEqual([moreMayExist]);
			if (vendor.total < wanted) expect(hints).toEqual([]);
			const size = Math.min(vendor.most, 100, wanted);
			expect(asked.length).toBeLessThanOrEqual(Math.ceil(ids.length / Math.min(size, 10)) + 1);
		}),
		{ numRuns: 1_000 },
	);
});

test('from its second page on, a vendor is asked for pages of the size it gives', async () => {
	const vendor: Vendor = { total: 107, most: 50, countsBy: 'the size asked for', names: false };
	const { ids, asked } = await listed(vendor, Infinity);
	expect(ids).toEqual(counting(107));
	expect(asked).toEqual([
		{ size: 100, page: 0 },
		{ size: 50, page: 1 },
		{ size: 50, page: 2 },
	]);
});

test('a limit that is reached with a full page of a smaller size is told', async () => {
	const vendor: Vendor = { total: 100, most: 50, countsBy: 'its own size', names: false };
	expect((await listed(vendor, 100)).hints).toEqual([moreMayExist]);
});

test('a vendor that gives its last page for every page after it is read to the end, once', async () => {
	const hints: string[] = [];
	let asked = 0;
	const send: Send = async ({ qs = {} }) => {
		asked += 1;
		const vendor: Vendor = { total: 40, most: 20, countsBy: 'its own size', names: false };
		const page = pageOf(vendor, Number(qs.size), Math.min(Number(qs.page), 1));
		return { status: 200, headers: {}, body: page };
	};
	const host = { hint: (text: string) => hints.push(text) } as unknown as Host;
	const steps = paged(paging)(reading({ returnAll: true }), { method: 'GET', url: '/' });
	const items = await steps(send, host);
	expect(items.map(({ json }) => json.id)).toEqual(counting(40));
	expect([hints, asked]).toEqual([[], 3]);
});
