import type { INodeProperties } from 'n8n-workflow';
import type { VendorRequest } from '../../../nodes/shared/contract/request.ts';
import { checkedRequest } from '../../../nodes/shared/run/checkRequest.ts';
import { sends, runToy } from '../../support/toyVendor.mts';
import { reading } from '../../support/reading.mts';

const field = (
	name: string,
	displayName: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({ name, displayName, type: 'string', default: '', ...more });

const hours = field('hours', 'Hours', {
	type: 'fixedCollection',
	options: [{ name: 'day', displayName: 'Day', values: [field('from', 'From')] }],
});
const more = field('more', 'More', { type: 'collection', options: [field('note', 'Note'), hours] });
const fields = [field('amount', 'Amount Owed'), more];

/** What the request's check says where the vendor's own name for a field is `own`. */
const checked = (parameters: Record<string, unknown>, own: unknown) => {
	const request = { method: 'POST', url: '/', body: { own } } as unknown as VendorRequest;
	return () => checkedRequest(request, reading(parameters, fields), fields);
};

test.each<[string, Record<string, unknown>, unknown]>([
	['Amount Owed: is NaN', { amount: NaN }, NaN],
	[
		'Note › due.0: is not a valid date',
		{ more: { note: { due: [new Date(NaN)] } } },
		new Date(NaN),
	],
	['Hours › Day › 2 › From: is NaN', { more: { hours: { day: [{}, { from: NaN }] } } }, [NaN]],
	['Hours › week: is NaN', { more: { hours: { week: NaN } } }, NaN],
	// Nothing in the form holds it.
	['own: is NaN', { amount: Infinity }, NaN],
])('what is found in a request is told by the form’s title: %s', (words, parameters, own) => {
	expect(checked(parameters, own)).toThrow(words);
});

test('what leaves is a copy of what was checked, in the body and in the query', async () => {
	let looks = 0;
	const restless = { toJSON: () => (++looks === 1 ? 'checked' : NaN) };
	const operation = sends('call', {
		request: () => ({
			...{ method: 'POST', url: '/call' },
			...{ body: { restless } as never, qs: { none: undefined, some: ['a', 1] } as never },
		}),
	});
	const { sent } = await runToy({ operation });
	expect(sent).toMatchObject([{ body: { restless: 'checked' }, qs: { some: ['a', 1] } }]);
});

test('a request without body and query stays without', () => {
	const request: VendorRequest = { method: 'GET', url: '/' };
	expect(checkedRequest(request, reading({}), [])).toEqual(request);
});

test('a row that hides it is refused by name, and the others go out', async () => {
	const operation = sends('call', {
		properties: [...sends('call').properties, field('extra', 'Extra')],
		request: (read) => ({
			...{ method: 'POST' as const, url: '/call' },
			body: { to: read.text('phoneNumber'), more: { extra: read.raw('extra') as string } },
		}),
	});
	const { error, asked } = await runToy({ operation, parameters: { extra: NaN } });
	expect([error?.message, asked]).toEqual([
		expect.stringContaining('Extra: is NaN: its expression is not a number'),
		[],
	]);
});
