import type { IDataObject } from 'n8n-workflow';
import type { Reply, VendorServer } from '../support/vendorServer.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import { attack } from './attack.mts';
import { answer } from './once.mts';
import { targets, titleOf, withoutWaits } from './targets.mts';
import type { Target } from './targets.mts';

let server: VendorServer;

beforeAll(async () => void (server = await startVendorServer()));
afterAll(async () => await server.close());

/** What stands among the rows of a list where something went wrong, and what it comes out as. */
const rows: unknown[] = [
	{ id: 'a', name: 'One' },
	null,
	7,
	'text',
	[{ id: 'b' }],
	true,
	{},
	{ id: 'c', error: 'none' },
	null,
	0,
	{ toString: null, toJSON: 1, json: 2, pairedItem: 3, binary: 4 },
];

const expected = (isShort: boolean): IDataObject[] => [
	{ id: 'a', name: 'One' },
	...[null, 7, 'text', [{ id: 'b' }], true].map((value) => ({ value }) as IDataObject),
	{},
	isShort ? { id: 'c' } : { id: 'c', vendorError: 'none' },
	{ value: null },
	{ value: 0 },
	isShort ? {} : (rows.at(-1) as IDataObject),
];

/** An answer of the list with other rows in it. */
function withRows(body: unknown): unknown {
	if (Array.isArray(body)) return rows;
	const parts = Object.entries(body as IDataObject);
	return Object.fromEntries(
		parts.map(([name, part]) => [
			name,
			Array.isArray(part) ? rows : name === 'pagination' ? {} : part,
		]),
	);
}

const isListing = ({ fields }: Target) => fields.some(({ name }) => name === 'limit');
const lists = targets.filter((one) => isListing(one) && one.repeat === 'safe');

test('there are lists', () => expect(lists.length).toBeGreaterThan(10));

test.each(lists.map((target) => ({ title: titleOf(target), target })))(
	'$title gives each row of each page in its place, whatever it is, paired with its input',
	async ({ target }) => {
		const page: Reply = answer(withRows(target.smallest.exchanges[0]![1].body));
		for (const simplify of [false, true]) {
			server.answer(() => page);
			const { items, hints } = await attack(target, server, {
				parameters: withoutWaits({
					...target.smallest.parameters,
					...{ simplify, returnAll: false, limit: rows.length },
				}),
				items: [{}, {}],
				onError: 'continueRegularOutput',
			});
			const has = target.fields.some(({ name }) => name === 'simplify');
			const all = expected(simplify && has);
			expect(items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual(
				[0, 1].flatMap((item) => all.map((json) => [json, { item }])),
			);
			expect(hints.join()).not.toContain('came twice');
		}
	},
);
