import { fieldsOf, formOf } from '../../../nodes/shared/form/form.ts';
import { picker, simplifyField } from '../../../nodes/shared/form/fields.ts';
import { listFields } from '../../../nodes/shared/lists/fields.ts';
import type { Operation, Vendor } from '../../../nodes/shared/contract/operation.ts';
import { settingsFields } from '../../../nodes/shared/form/settings.ts';
import { reads, sends } from '../../support/toyVendor.mts';

const field = (name: string) => ({ displayName: name, name, type: 'string', default: '' }) as const;
const vendor = (resources: Array<[string, Operation[]]>): Vendor => ({
	...{ name: 'Toy', credential: 'toyApi', requestsPerSecond: 7, errorText: () => undefined },
	resources: resources.map(([value, operations]) => ({
		option: { name: value, value },
		operations,
	})),
});
const toy = vendor([
	['thing', [sends('write'), reads('get'), reads('find')]],
	['box', [reads('open')]],
]);

test('the form lists resources and each one’s operations by name, the first of each chosen', () => {
	const [resources, thing, box, ...fields] = formOf(toy);
	const list = { type: 'options', noDataExpression: true };
	expect(resources).toEqual({
		...{ ...list, displayName: 'Resource', name: 'resource', default: 'thing' },
		options: [
			{ name: 'box', value: 'box' },
			{ name: 'thing', value: 'thing' },
		],
	});
	const operations = { ...list, displayName: 'Operation', name: 'operation' };
	expect(thing).toEqual({
		...{ ...operations, default: 'write' },
		displayOptions: { show: { resource: ['thing'] } },
		options: [reads('find'), reads('get'), sends('write')].map(({ option }) => option),
	});
	expect(box).toMatchObject({
		...{ ...operations, default: 'open' },
		displayOptions: { show: { resource: ['box'] } },
	});
	const shown = fields.map(({ name, displayOptions }) => [
		...[
			name,
			...(displayOptions?.show?.resource ?? []),
			...(displayOptions?.show?.operation ?? []),
		],
	]);
	expect(shown).toEqual(
		[
			['thing', 'write'],
			['thing', 'get'],
			['thing', 'find'],
			['box', 'open'],
		].flatMap((place) => ['phoneNumber', 'options'].map((name) => [name, ...place])),
	);
});

test('a field keeps what it is shown and hidden for, beside its place in the form', () => {
	const displayOptions = { show: { returnAll: [false] }, hide: { quiet: [true] } };
	const operation = reads('get', { properties: [{ ...field('limit'), displayOptions }] });
	expect(formOf(vendor([['thing', [operation]]]))[2]).toEqual({
		...field('limit'),
		displayOptions: {
			show: { resource: ['thing'], operation: ['get'], returnAll: [false] },
			hide: { quiet: [true] },
		},
	});
});

test('options stand last and by their titles, the operation’s own among the engine’s', () => {
	const operation = reads('get', { options: [field('Zone'), field('Calling Hours')] });
	const [own, options] = fieldsOf(toy, operation);
	expect(own).toEqual(operation.properties[0]);
	expect(options).toMatchObject({
		...{ displayName: 'Options', name: 'options', type: 'collection' },
		...{ placeholder: 'Add option', default: {} },
	});
	expect(options?.options?.map((one) => 'displayName' in one && one.displayName)).toEqual([
		...['Calling Hours', 'Concurrency', 'Max Retries', 'Requests per Second'],
		...['Timeout (Seconds)', 'Zone'],
	]);
});

const settings = (operation: Operation) =>
	Object.fromEntries(settingsFields(toy, operation).map((one) => [one.name, one]));

test('the engine’s options are numbers with bounds, and say what they do', () => {
	expect(settings(reads('get'))).toEqual({
		concurrency: {
			...{ displayName: 'Concurrency', name: 'concurrency', type: 'number', default: 5 },
			typeOptions: { minValue: 1, maxValue: 500 },
			description:
				'How many rows may be under way at once. The next row starts as soon as one ends.',
		},
		maxRetries: {
			...{ displayName: 'Max Retries', name: 'maxRetries', type: 'number', default: 3 },
			typeOptions: { minValue: 0, maxValue: 20 },
			description:
				'How often to try again after "too many requests", a lost connection or a passing fault of the server',
		},
		requestsPerSecond: {
			displayName: 'Requests per Second',
			...{ name: 'requestsPerSecond', type: 'number', default: 7 },
			typeOptions: { minValue: 0, numberPrecision: 2 },
			description:
				'Starts no more requests a second than this, counted over everything in this n8n process that uses the same Toy account. 0 means no limit.',
		},
		timeoutSeconds: {
			displayName: 'Timeout (Seconds)',
			...{ name: 'timeoutSeconds', type: 'number', default: 30 },
			typeOptions: { minValue: 1, maxValue: 3600 },
			description:
				'How long to wait for the whole answer. A file may take longer, as long as it keeps arriving.',
		},
	});
});

test('what must not go out twice has a longer time limit, and says what is tried again', () => {
	expect(settings(sends('call'))).toMatchObject({
		timeoutSeconds: { default: 120 },
		maxRetries: {
			description:
				'How often to try again after Toy answered "too many requests". A request that may have gone through is never sent again.',
		},
	});
	const keyed = settings(sends('add', { repeat: 'keyed' }));
	expect(keyed.timeoutSeconds?.default).toBe(120);
	expect(keyed.maxRetries?.description).toContain('a lost connection');
});

test('an operation may say itself what Concurrency means', () =>
	expect(
		settings(reads('get', { concurrency: 'How many lists at once' })).concurrency,
	).toMatchObject({
		description: 'How many lists at once',
	}));

const picking = {
	...{ displayName: 'Thing', name: 'thing', description: 'Which one' },
	...{ search: 'findThings', placeholder: 'e.g. 7' },
};

test('a picker is a list that can be searched, and an ID for the other way', () => {
	expect(picker(picking)).toEqual({
		...{ displayName: 'Thing', name: 'thing', description: 'Which one' },
		...{ type: 'resourceLocator', required: true, default: { mode: 'list', value: '' } },
		modes: [
			{
				...{ displayName: 'From List', name: 'list', type: 'list' },
				typeOptions: { searchListMethod: 'findThings', searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7' },
		],
	});
	expect(picker({ ...picking, required: false, byHand: 'By Name' })).toMatchObject({
		required: false,
		modes: [{ name: 'list' }, { displayName: 'By Name' }],
	});
});

test('lists are limited and answers simplified in n8n’s words', () => {
	expect(listFields).toEqual([
		{
			...{ displayName: 'Return All', name: 'returnAll', type: 'boolean', default: false },
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			...{ displayName: 'Limit', name: 'limit', type: 'number', default: 50 },
			typeOptions: { minValue: 1 },
			description: 'Max number of results to return',
			displayOptions: { show: { returnAll: [false] } },
		},
	]);
	expect(simplifyField).toEqual({
		...{ displayName: 'Simplify', name: 'simplify', type: 'boolean', default: true },
		description: 'Whether to return a simplified version of the response instead of the raw data',
	});
});
