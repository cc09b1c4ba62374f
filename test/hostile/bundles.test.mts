import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Vendor } from '../../nodes/shared/contract/operation.ts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { VendorServer } from '../support/vendorServer.mts';
import { attack, detailsOf, expectEveryRow, expectPlainResult } from './attack.mts';
import { limitMs, settings, tried } from './runs.mts';
import { targets, titleOf, withoutWaits } from './targets.mts';
import type { Target } from './targets.mts';

const vendors = globSync('nodes/*/vendor.ts').map(
	(file) => jest.requireActual<{ vendor: Vendor }>(resolve(file)).vendor,
);
const bundled = vendors.flatMap(({ name, resources }) =>
	resources.flatMap((resource) =>
		resource.operations
			.filter(({ bundle }) => bundle !== undefined)
			.map((operation) => `${name} › ${resource.option.value}: ${operation.option.value}`),
	),
);
const its = targets.filter((target) => bundled.includes(titleOf(target)));

let server: VendorServer;
beforeAll(async () => void (server = await startVendorServer()));
afterAll(async () => await server.close());

test('every operation that sends many rows in one request is under this', () => {
	expect(its.map(titleOf).toSorted()).toEqual(bundled.toSorted());
	expect(its).not.toEqual([]);
});

const numberOf = (row: number) => `+5255${String(10_000_001 + row)}`;

type Listed = Record<string, unknown>;

/** The list of objects in a body, and under which name. */
function listIn(body: unknown): [name: string, list: Listed[]] {
	const found = Object.entries(body as Listed).find(
		([, value]) => Array.isArray(value) && typeof value[0] === 'object',
	);
	if (!found) throw new Error('There is no list in the body');
	return found as [string, Listed[]];
}

/** An answer of the contract's for as many rows as were sent, and each row's own ID in it. */
function answerTo({ smallest }: Target, sent: unknown): { body: Listed; name: string } {
	const [[request, answer]] = smallest.exchanges as [(typeof smallest.exchanges)[0]];
	const [, [askedFirst]] = listIn(request.body);
	const [name, [sample]] = listIn(answer.body);
	const [, rows] = listIn(sent);
	const results = rows.map((row, index) => {
		const own = Object.entries(sample!).map(([key, value]): [string, unknown] => {
			// What the sample has in common with what was asked names the row.
			const shared = Object.keys(askedFirst!).find((one) => askedFirst![one] === value);
			if (shared !== undefined) return [key, row[shared]];
			if (key === 'id') return [key, `own-${String(Object.values(row)[0])}`];
			return [key, value === 0 ? index : value];
		});
		return Object.fromEntries(own);
	});
	return { body: { ...(answer.body as Listed), [name]: results }, name };
}

type Bend = { kind: string; at: number; other: number };

const bends = fc.array(
	fc.record({
		kind: fc.constantFrom(
			...['missing', 'null', 'text', 'number', 'list', 'empty', 'foreign', 'ofAnother'],
			...['twice', 'noIndex', 'farIndex', 'failed', 'extra', 'indexOfAnother'],
		),
		at: fc.nat(9),
		other: fc.nat(9),
	}),
	{ maxLength: 4 },
);

const nobody = { id: 'foreign', contact: '+525599999999', phone: '+525599999999' };

/** The results with nonsense among them, and the rows that any of it names. */
function bent(results: Listed[], all: Bend[]): { list: unknown[]; touched: Set<number> } {
	const list: unknown[] = [...results];
	const touched = new Set<number>();
	for (const { kind, at, other } of all) {
		const own = results[at]!;
		touched.add(at);
		if (kind === 'extra') list.push({ ...own, ...nobody, index: 99 });
		else if (kind === 'twice') list.push({ ...own, id: 'second' });
		else if (kind === 'failed') list[at] = { ...own, status: 'failed', error: 'SERVER_ERROR' };
		else if (kind === 'foreign') list[at] = { ...own, ...nobody };
		else if (kind === 'noIndex') list[at] = { ...own, index: undefined };
		else if (kind === 'farIndex') list[at] = { ...own, index: 1e9 };
		else if (kind === 'ofAnother' || kind === 'indexOfAnother') {
			touched.add(other);
			const index = kind === 'ofAnother' ? at : other;
			list[at] = { ...results[other], ...(kind === 'ofAnother' ? {} : own), index };
		} else {
			const nonsense = {
				missing: undefined,
				null: null,
				text: 'x',
				number: 7,
				list: [],
				empty: {},
			};
			list[at] = nonsense[kind as keyof typeof nonsense];
		}
	}
	return { list: list.filter((one) => one !== undefined), touched };
}

describe.each(its.map((target) => ({ title: titleOf(target), target })))('$title', ({ target }) => {
	const rows = Array.from({ length: 10 }, (_row, at) => ({ phone: numberOf(at) }));
	const parameters = withoutWaits({
		...target.smallest.parameters,
		phoneNumber: '={{ $json.phone }}',
	});

	/** Runs ten rows; `shape` makes the answer of the one that the contract promises. */
	const ran = async (
		shape: (body: Listed, name: string) => unknown,
		onError: (typeof settings)[number] = 'continueRegularOutput',
	) => {
		server.answer(({ body: sent }) => {
			const { body, name } = answerTo(target, JSON.parse(sent));
			return {
				status: 200,
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(shape(body, name)),
			};
		});
		const one = await attack(target, server, { parameters, items: rows, onError });
		expectPlainResult(one);
		expectEveryRow(one, rows.length, onError, 'once');
		const byRow: IDataObject[] = [];
		for (const item of one.items) {
			byRow[(item.pairedItem as { item: number }).item] = detailsOf(item);
		}
		return byRow;
	};
	const own = (row: number) => `own-${numberOf(row)}`;

	test('each row has its own result, in whatever order they come', async () => {
		for (const shape of [(list: Listed[]) => list, (list: Listed[]) => list.toReversed()]) {
			const byRow = await ran((body, name) => ({ ...body, [name]: shape(listIn(body)[1]) }));
			expect(byRow.map(({ id }) => id)).toEqual(rows.map((_row, at) => own(at)));
		}
	});

	test(
		'nonsense touches the rows that it names, and none is told as done that was not',
		async () => {
			const property = fc.asyncProperty(
				bends,
				fc.boolean(),
				fc.nat(9),
				fc.constantFrom(...settings),
				async (all, isShuffled, from, onError) => {
					let touched = new Set<number>();
					const byRow = await ran((body, name) => {
						const list = listIn(body)[1];
						const { list: wrong, touched: named } = bent(list, all);
						touched = named;
						const turned = [...wrong.slice(from), ...wrong.slice(0, from)];
						// What is not told as made was not made: so the summary counts.
						const count = { created: rows.length - named.size, failed: named.size };
						const summary = { ...(body.summary as object), ...count };
						return { ...body, [name]: isShuffled ? turned : wrong, summary };
					}, onError);
					for (const [row, { id, status, outcome }] of byRow.entries()) {
						const what = { row, id, status, outcome };
						if (!touched.has(row)) {
							expect(what).toEqual({ ...what, id: own(row), outcome: undefined });
							expect(status).not.toBe('failed');
							continue;
						}
						// Either its own or nobody's; never another row's.
						expect([own(row), 'second', null, undefined]).toContain(id);
						if (id === null || id === undefined) expect(what.status).not.toBe('created');
					}
				},
			);
			await tried(property, 60, its.length);
		},
		limitMs,
	);

	test('an answer without any list of results is told as done for no row, unless it counts all', async () => {
		for (const instead of [{}, null, 'text', 7, true, [], [null], [[]]]) {
			for (const count of [{}, { created: 9, failed: 1 }, { created: 'many' }]) {
				const byRow = await ran((body, name) => ({ ...body, [name]: instead, summary: count }));
				for (const { status } of byRow) expect(status).not.toBe('created');
			}
		}
	});

	test('results as an object by their positions give no row another’s', async () => {
		const byRow = await ran((body, name) => ({
			...body,
			[name]: { ...listIn(body)[1].toReversed() },
			summary: {},
		}));
		for (const [row, { id, status }] of byRow.entries()) {
			expect([own(row), null, undefined]).toContain(id);
			if (!id) expect(status).not.toBe('created');
		}
	});
});
