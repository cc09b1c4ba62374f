import type { IDataObject } from 'n8n-workflow';
import { picked, typed } from './case.mts';
import type { Parameters } from './case.mts';
import { smallestOf } from './pick.mts';
import { run } from './run.mts';
import { subjects } from './subjects.mts';

/** An ID in every form in which a workflow may hold it. */
const forms: Array<[string, (id: string) => unknown]> = [
	['a plain string', (id) => id],
	['a choice from the list', picked],
	['a typed ID', typed],
	['a choice with the name it was shown by', (id) => ({ ...picked(id), cachedResultName: 'Ana' })],
	['an ID with spaces around it', (id) => ` ${id} `],
];

const plain = (value: unknown): string =>
	String(typeof value === 'object' && value !== null ? (value as IDataObject).value : value);

describe.each(subjects)('$name', (subject) => {
	const places = smallestOf(subject);

	const withPickers = places.flatMap((one) =>
		one.fields
			.filter(({ type, name }) => type === 'resourceLocator' && name in one.smallest.parameters)
			.map(({ name }) => ({ ...one, name })),
	);

	test('pickers are looked at where there are any', () => {
		const hasPickers = subject.node.description.properties.some(
			({ type }) => type === 'resourceLocator',
		);
		expect(withPickers.length > 0).toBe(hasPickers);
	});

	for (const { resource, operation, name, smallest } of withPickers) {
		test.each(forms)(`${resource}: ${operation} takes ${name} as %s`, async (_form, made) => {
			const value = made(plain(smallest.parameters[name]));
			const parameters = { ...smallest.parameters, [name]: value } as Parameters;
			const { sent, message } = await run(subject, { ...smallest, parameters });
			expect(message).toBe('');
			const { sent: expected } = await run(subject, smallest);
			const unsigned = ({ headers: _key, ...rest }: (typeof sent)[number]) => rest;
			expect(sent.map(unsigned)).toEqual(expected.map(unsigned));
		});
	}

	test.each(places)('$resource: $operation without any parameter does not crash', async (it) => {
		const parameters = { resource: it.resource, operation: it.operation };
		const { sent, message } = await run(subject, { ...it.smallest, parameters });
		if (it.fields.some((field) => field.required && field.default !== 'data')) {
			expect(message).toMatch(/^Nothing was sent: .*: is empty$/);
			expect(sent).toEqual([]);
		} else {
			expect([message, sent.length]).toEqual(['', 1]);
		}
	});

	test.each(places)('$resource: $operation reads no parameter without a fallback', async (it) => {
		const parameters = { resource: it.resource, operation: it.operation };
		for (const asked of [parameters, it.smallest.parameters]) {
			const raw = { ...it.smallest, parameters: asked, asStored: true } as const;
			expect((await run(subject, raw)).message).not.toContain('Could not get parameter');
		}
	});

	const required = places.flatMap((one) =>
		one.fields
			.filter((field) => field.required && field.default !== 'data')
			.map((field) => ({ ...one, field, title: field.displayName })),
	);

	test.each(required)('$resource: $operation without $title says that it is empty', async (it) => {
		const { [it.field.name]: _absent, ...rest } = it.smallest.parameters;
		const absent = await run(subject, { ...it.smallest, parameters: rest as Parameters });
		const blank = { ...rest, [it.field.name]: ' ' } as Parameters;
		const empty = await run(subject, { ...it.smallest, parameters: blank });
		expect([absent.message, empty.message]).toEqual([
			`Nothing was sent: the row cannot be used. Row 1: ${it.title}: is empty`,
			`Nothing was sent: the row cannot be used. Row 1: ${it.title}: is empty`,
		]);
		expect([...absent.sent, ...empty.sent]).toEqual([]);
	});

	test.each(places)('$resource: $operation takes empty collections for absent ones', async (it) => {
		const collections = it.fields.filter(({ type }) => type === 'collection');
		const empty = Object.fromEntries(collections.map(({ name }) => [name, {}]));
		const parameters = { ...empty, ...it.smallest.parameters };
		const { message, items } = await run(subject, { ...it.smallest, parameters });
		expect(message).toBe('');
		expect(items).toHaveLength(it.smallest.output.length);
	});

	test.each([
		['no operation', {}],
		['an operation that is none', { resource: 'call', operation: 'dance' }],
	])('%s: says so and sends nothing', async (_what, parameters) => {
		const { message, sent } = await run(subject, {
			parameters: parameters as Parameters,
			exchanges: [],
			asStored: true,
		});
		expect(message).toMatch(/^There is no operation "(dance)?" on "(call)?"$/);
		expect(sent).toEqual([]);
	});
});
