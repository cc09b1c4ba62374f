import fc from 'fast-check';
import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { ZaiaApi } from '../../credentials/ZaiaApi.credentials.ts';
import { getEndpointFields, searchEndpoints } from '../../nodes/Zaia/endpoints.ts';
import { openapiDocument } from '../../sandbox/zaia/openapiDocument.mts';
import { isPolluted } from '../hostile/values.mts';
import { strictContext } from '../support/strictContext.mts';
import { anyDocument, documentWith } from './apiDocuments.mts';

let accounts = 0;

/** The form as n8n opens it, over a document that the vendor answers. */
function formOver(document: unknown, parameters: IDataObject = {}, apiKey = `key-${++accounts}`) {
	const { context, sent } = strictContext({
		parameters,
		credential: { type: new ZaiaApi(), data: { apiKey, baseUrl: 'https://vendor.example' } },
		answer: () => ({ statusCode: 200, headers: {}, body: structuredClone(document) }),
		supplies: { getCurrentNodeParameter: (name: string) => parameters[name] } as never,
	});
	return { context: context as unknown as ILoadOptionsFunctions, sent };
}

const fieldsOf = async (document: unknown, endpoint: unknown, specifyFields = 'fields') => {
	const { context } = formOver(document, { endpoint: endpoint as string, specifyFields });
	return (await getEndpointFields.call(context)).fields;
};

const shownIn = async (document: unknown, endpoint: string, specifyFields?: string) =>
	(await fieldsOf(document, endpoint, specifyFields)).map(({ id, required, type, options }) => [
		...[id, required, type],
		...(options ? [options.map(({ value }) => value)] : []),
	]);

const search = async (document: unknown, filter?: string, token?: string) =>
	await searchEndpoints.call(formOver(document).context, filter, token);

test('every endpoint of the document is listed by method, path and summary, deprecated ones last', async () => {
	const document = {
		paths: {
			'/old': { get: { summary: 'Old', deprecated: true } },
			'/new/{id}': { post: { summary: ' Makes\n it ' }, delete: {}, parameters: [], trace: {} },
		},
	};
	const { results } = await search(document);
	expect(results).toEqual([
		{ name: 'POST /new/{id} · Makes it', value: 'POST /new/{id}' },
		{ name: 'DELETE /new/{id}', value: 'DELETE /new/{id}' },
		{ name: 'GET /old · Old (deprecated)', value: 'GET /old' },
	]);
	const found = await search(document, 'MAKES');
	expect(found.results.map(({ value }) => value)).toEqual(['POST /new/{id}']);
});

test('a long list comes in pages that hold each endpoint once', async () => {
	const paths = Object.fromEntries(
		Array.from({ length: 450 }, (_path, at) => [`/p${at}`, { get: {} }]),
	);
	const seen: unknown[] = [];
	let token: string | undefined;
	do {
		const page = await search({ paths }, '', token);
		seen.push(...page.results.map(({ value }) => value));
		token = page.paginationToken as string | undefined;
	} while (token);
	expect(seen).toEqual(Object.keys(paths).map((path) => `GET ${path}`));
});

test.each([
	...['//evil.example/x', 'https://evil.example', '/a/../b', '/..', '/a/./b', '/a\\b', '/a?x=1'],
	...['/a#b', 'a', '', '/a b', '/a%2f..', '/a//b', '/\ud800', '@evil.example', '/a\nb'],
])('a path like %j is no endpoint', async (path) => {
	const document = { paths: { [path]: { get: {} }, '/fine': { get: {} } } };
	const { results } = await search(document);
	expect(results.map(({ value }) => value)).toEqual(['GET /fine']);
	await expect(fieldsOf(document, `GET ${path}`)).rejects.toMatchObject({
		name: 'NodeOperationError',
		message: expect.stringContaining('none that Zaia'),
	});
});

test('the fields have the document’s names, types, values and places', async () => {
	expect(await shownIn(openapiDocument(), 'POST /api/v1/chat-messages')).toEqual([
		['chatId', true, 'string'],
		['chatThreadId', false, 'string'],
		['content', true, 'string'],
		['externalId', false, 'string'],
		['senderId', true, 'string'],
		['role', true, 'options', ['assistant', 'user']],
	]);
	expect(await shownIn(openapiDocument(), 'GET /api/v1/chats')).toEqual([
		['channelIds', false, 'string'],
		['channelTypes', false, 'string'],
		['lastChatMessageCreatedAtStart', false, 'dateTime'],
		['lastChatMessageCreatedAtEnd', false, 'dateTime'],
		['ownerIds', false, 'string'],
	]);
	expect(await shownIn(openapiDocument(), 'GET /api/v1/tickets/{id}/details')).toEqual([
		['id', true, 'string'],
	]);
	expect(await shownIn(openapiDocument(), 'POST /api/v1/chat-messages', 'json')).toEqual([]);
	expect(await fieldsOf(openapiDocument(), '')).toEqual([]);
	expect(
		await fieldsOf(openapiDocument(), { __rl: true, mode: 'id', value: '={{ $json.x }}' }),
	).toEqual([]);
});

test.each<[what: string, schema: object, shown: unknown[]]>([
	['null in the type', { type: ['string', 'null'] }, ['f', false, 'string']],
	['nullable', { type: 'number', nullable: true }, ['f', false, 'number']],
	['null as a choice', { anyOf: [{ type: 'boolean' }, { type: 'null' }] }, ['f', false, 'boolean']],
	['null as a value', { enum: ['a', null] }, ['f', false, 'options', ['a']]],
	['constants', { oneOf: [{ const: 'a' }, { const: 2 }] }, ['f', true, 'options', ['a', 2]]],
	['values that are open', { anyOf: [{ enum: ['a'] }, { type: 'string' }] }, ['f', true, 'string']],
	['all of it', { allOf: [{ type: 'integer' }, { minimum: 1 }] }, ['f', true, 'number']],
	['several types', { type: ['string', 'array'] }, ['f', true, 'string']],
	['a list', { items: {} }, ['f', true, 'array']],
	['an object', { properties: {} }, ['f', true, 'object']],
	['a reference', { $ref: '#/components/schemas/Kind' }, ['f', true, 'options', ['k']]],
	['a reference to itself', { $ref: '#/components/schemas/Self' }, ['f', true, 'string']],
	['a reference to nowhere', { $ref: '#/__proto__/toString' }, ['f', true, 'string']],
	['nothing', {}, ['f', true, 'string']],
])('%s is understood', async (_what, schema, shown) => {
	const document = documentWith(
		{ type: 'object', required: ['f'], properties: { f: schema } },
		{ Kind: { enum: ['k'] }, Self: { $ref: '#/components/schemas/Self' } },
	);
	expect(await shownIn(document, 'POST /a')).toEqual([shown]);
});

test('the fields of all variants are there, and only what all of them need is required', async () => {
	const variant = (kind: string, more: string) => ({
		type: 'object',
		required: ['kind', more],
		properties: { kind: { const: kind }, [more]: { type: 'string' } },
	});
	const body = {
		required: ['kind'],
		discriminator: { propertyName: 'kind' },
		oneOf: [variant('card', 'number'), variant('bank', 'iban')],
	};
	expect(await shownIn(documentWith(body), 'POST /a')).toEqual([
		['kind', true, 'options', ['card', 'bank']],
		['number', false, 'string'],
		['iban', false, 'string'],
	]);
});

test('fields that are named alike in two places have the place in front', async () => {
	const document = documentWith({ properties: { id: { type: 'string' }, x: {} } });
	const { paths } = document as { paths: IDataObject };
	const parameters = [
		{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
		{ name: 'id', in: 'query' },
		{ name: 'authorization', in: 'header' },
	];
	const own = { post: { ...((paths['/a'] as IDataObject).post as object), parameters } };
	const shown = await shownIn(
		{ ...document, paths: { '/b/{id}/{other}': own } },
		'POST /b/{id}/{other}',
	);
	expect(shown).toEqual([
		['other', true, 'string'],
		['path.id', true, 'number'],
		['query.id', false, 'string'],
		['body.id', false, 'string'],
		['x', false, 'string'],
	]);
});

test('what a form cannot hold is said, with the other way', async () => {
	const names = Array.from({ length: 501 }, (_name, at) => [`f${at}`, {}]);
	const huge = documentWith({ properties: Object.fromEntries(names) as object });
	await expect(fieldsOf(huge, 'POST /a')).rejects.toMatchObject({
		message: 'POST /a takes too many fields for a form.',
		description: 'Set Specify Fields to Using JSON.',
	});
	const hidden = JSON.parse('{"properties":{"__proto__":{},"constructor":{},"a":{}}}') as object;
	expect(await shownIn(documentWith(hidden), 'POST /a')).toEqual([['a', false, 'string']]);
});

test('the document is read once for all clicks of an account, and anew for another', async () => {
	const apiKey = 'clicks';
	const clicks = [1, 2, 3].map(() =>
		formOver(openapiDocument(), { endpoint: 'GET /api/v1/chats' }, apiKey),
	);
	await Promise.all(clicks.map(async ({ context }) => await searchEndpoints.call(context)));
	for (const { context } of clicks) await getEndpointFields.call(context);
	expect(clicks.flatMap(({ sent }) => sent)).toHaveLength(1);
	const other = formOver(openapiDocument(), {}, 'another');
	await searchEndpoints.call(other.context);
	expect(other.sent).toHaveLength(1);
});

test('a document that holds nothing to call says so', async () => {
	for (const document of [{}, { paths: null }, { paths: [] }, [], { paths: { '/a': 7 } }]) {
		await expect(search(document)).rejects.toMatchObject({
			message: expect.stringContaining('names no endpoints'),
		});
	}
});

test('whatever the document is: a form, or an error of n8n’s kind, and soon', async () => {
	await fc.assert(
		fc.asyncProperty(anyDocument, async (document) => {
			const listed = await search(document).catch((error: Error) => error);
			if (listed instanceof Error) return expect(listed.name).toBe('NodeOperationError');
			for (const { value } of listed.results.slice(0, 20)) {
				const fields = await fieldsOf(document, value).catch((error: Error) => error);
				if (fields instanceof Error) expect(fields.name).toBe('NodeOperationError');
				else expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
			}
			expect(isPolluted()).toBe(false);
		}),
		{ numRuns: 300 },
	);
});

test('schemas that hold themselves in every way, wide and deep, end', async () => {
	const self = { $ref: '#/components/schemas/Wide' };
	const many = Array.from({ length: 60 }, () => self);
	const Wide = {
		anyOf: many,
		allOf: [{ oneOf: many }, ...many],
		properties: { a: self, b: { items: self } },
	};
	expect(await shownIn(documentWith(self, { Wide }), 'POST /a')).toHaveLength(2);
	const deep = JSON.parse(`${'{"allOf":['.repeat(500)}{}${']}'.repeat(500)}`) as object;
	expect(await shownIn(documentWith({ properties: { a: deep } }), 'POST /a')).toHaveLength(1);
});
