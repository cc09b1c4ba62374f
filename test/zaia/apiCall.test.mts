import fc from 'fast-check';
import type { IDataObject, IHttpRequestOptions, INode, INodeExecutionData } from 'n8n-workflow';
import { ZaiaApi } from '../../credentials/ZaiaApi.credentials.ts';
import { Zaia } from '../../nodes/Zaia/Zaia.node.ts';
import { endpointsIn } from '../../nodes/Zaia/openapi/endpoints.ts';
import { isPolluted } from '../hostile/values.mts';
import { strictContext } from '../support/strictContext.mts';
import type { FullAnswer } from '../support/strictContext.mts';
import { anyDocument, documentWith } from './apiDocuments.mts';

const baseUrl = 'https://vendor.example/base';
let accounts = 0;

type Answer = Partial<FullAnswer> | Error;

interface Asked {
	document: unknown;
	endpoint?: unknown;
	/** Of the form; several for several rows. */
	fields?: IDataObject | IDataObject[];
	more?: IDataObject;
	node?: Partial<INode>;
	apiKey?: string;
	answer?: (request: IHttpRequestOptions, serial: number) => Answer;
}

/** Calls an endpoint of a document; what left for it stands apart from the reads of the document. */
async function call({
	document,
	endpoint = 'POST /a',
	fields = {},
	more,
	node,
	apiKey,
	answer,
}: Asked) {
	const rows = [fields].flat().map((row) => ({ row }));
	const calls: IHttpRequestOptions[] = [];
	const { context, sent, hints } = strictContext({
		parameters: {
			...{ resource: 'api', operation: 'call', endpoint: endpoint as string, ...more },
			fields: more?.fields ?? '={{ $json.row }}',
		},
		rows: rows.map(({ row }) => ({ row: { mappingMode: 'defineBelow', value: row, schema: [] } })),
		credential: { type: new ZaiaApi(), data: { apiKey: apiKey ?? `key-${++accounts}`, baseUrl } },
		node,
		answer: (request) => {
			const comes: Answer = request.url.endsWith('/openapi')
				? { body: structuredClone(document) }
				: (calls.push(request), answer?.(request, calls.length) ?? { body: { id: 1 } });
			if (comes instanceof Error) throw comes;
			return { statusCode: 200, headers: {}, body: {}, ...comes };
		},
	});
	try {
		const outputs = (await new Zaia().execute.call(context)) as INodeExecutionData[][];
		const json = outputs.flat().map((item) => item.json);
		return { calls, sent, hints, json, message: '' };
	} catch (error) {
		const { message, name } = error as Error;
		return { calls, sent, hints, json: [], message, name };
	}
}

/** What leaves for one field `f` of this schema, in the body of POST /a. */
const sentFor = async (schema: object, value: unknown, required: string[] = []) => {
	const document = documentWith({ required, properties: { f: schema } });
	const { calls, message } = await call({ document, fields: { f: value } as IDataObject });
	return message || calls.map(({ body }) => body as unknown);
};

const says = (text: string) =>
	`Nothing was sent: the row cannot be used. Row 1: Fields › f: ${text}`;

test.each<[schema: object, value: unknown, sent: unknown]>([
	[{ type: 'string' }, ' as typed ', { f: ' as typed ' }],
	[{ type: 'string' }, 7, { f: '7' }],
	[{ type: 'string' }, '', {}],
	[{ type: 'string' }, null, {}],
	[{ type: 'integer' }, '7', { f: 7 }],
	[{ type: 'number' }, '7.5', { f: 7.5 }],
	[{ type: 'boolean' }, 'false', { f: false }],
	[{ type: 'boolean' }, true, { f: true }],
	[{ type: 'array' }, '["a", 1]', { f: ['a', 1] }],
	[{ type: 'array' }, ['a'], { f: ['a'] }],
	[{ type: 'object' }, '{"a": {"b": null}}', { f: { a: { b: null } } }],
	[{ type: ['string', 'array'] }, '["a"]', { f: ['a'] }],
	[{ type: ['string', 'array'] }, 'a', { f: 'a' }],
	[{ type: ['string', 'integer'] }, 7, { f: 7 }],
	[{ type: ['string', 'integer'] }, '7', { f: '7' }],
	[{ type: ['integer', 'boolean'] }, 'true', { f: true }],
	[{ enum: ['a', 2] }, '2', { f: 2 }],
	[{ type: 'string', format: 'date-time' }, '2026-11-21', { f: '2026-11-21T00:00:00-06:00' }],
	[{}, 'any', { f: 'any' }],
	[{}, { any: 1 }, { f: { any: 1 } }],
	[
		{ type: 'object' },
		JSON.parse('{"__proto__":{"polluted":true}}'),
		{ f: JSON.parse('{"__proto__":{"polluted":true}}') },
	],
])('a field of %j that holds %j leaves as the document says', async (schema, value, sent) => {
	expect(JSON.stringify(await sentFor(schema, value))).toBe(JSON.stringify([sent]));
	expect(isPolluted()).toBe(false);
});

test.each<[schema: object, value: unknown, reason: string]>([
	[{ type: 'string' }, { a: 1 }, 'must be a plain value'],
	[{ type: 'integer' }, '7.5', 'must be a whole number'],
	[{ type: 'number' }, 'many', 'must be a number'],
	[{ type: 'boolean' }, 'yes', 'must be true or false'],
	[{ type: 'array' }, '{}', 'must be a list in JSON'],
	[{ type: 'object' }, 'text', '"text" is not valid JSON'],
	[{ type: 'object' }, '{"id": 17841405309211845}', 'must have its long numbers in quotes'],
	[{ type: 'object' }, '{"a": 1, "a": 2}', '"a" is there twice'],
	[{ enum: ['a', 'b'] }, 'c', 'must be one of: a, b'],
	[{ type: 'string', format: 'date-time' }, 'soon', '"soon" is no date'],
])('a field of %j refuses %j by its name', async (schema, value, reason) => {
	expect(await sentFor(schema, value)).toMatch(
		new RegExp(`^${says(reason).replace(/[[\](){}]/g, '\\$&')}`),
	);
});

test('a number that has lost digits leaves nowhere', async () => {
	for (const kinds of [['string'], ['integer'], ['number'], ['string', 'integer']]) {
		expect(await sentFor({ type: kinds }, 2 ** 60)).toContain('too many digits');
	}
});

test('what is required is refused where it is empty, and null where it may be', async () => {
	expect(await sentFor({ type: 'string' }, '', ['f'])).toBe(says('is empty'));
	for (const schema of [
		{ type: ['string', 'null'] },
		{ nullable: true },
		{ anyOf: [{ type: 'null' }] },
	])
		expect(await sentFor(schema, '', ['f'])).toEqual([{ f: null }]);
});

test('every bad row is named before anything is sent', async () => {
	const document = documentWith({ required: ['f'], properties: { f: { type: 'integer' } } });
	const { message, calls } = await call({ document, fields: [{ f: 1 }, { f: 'x' }, {}, { g: 1 }] });
	expect(message).toBe(
		'Nothing was sent: 3 of 4 rows cannot be used. Row 2: Fields › f: must be a whole number. Row 3: Fields › f: is empty. Row 4: Fields › g: is not among the fields of this endpoint',
	);
	expect(calls).toEqual([]);
});

const withParameters = (
	path: string,
	parameters: object[],
	answer: object = { type: 'object' },
) => ({
	paths: {
		[path]: {
			get: {
				parameters,
				responses: { '200': { content: { 'application/json': { schema: answer } } } },
			},
		},
	},
});

test('lists in the query are written as the document says, else by repeating the name', async () => {
	const list = { in: 'query', schema: { type: 'array' } };
	const document = withParameters('/a/{x}', [
		{ ...list, name: 'plain' },
		{ ...list, name: 'commas', explode: false },
		{ ...list, name: 'pipes', style: 'pipeDelimited' },
		{ name: 'deep', in: 'query', style: 'deepObject', schema: { type: 'object' } },
	]);
	const two = '["a","b"]';
	const { calls } = await call({
		...{ document, endpoint: 'GET /a/{x}' },
		fields: { x: 'a/b ?', plain: two, commas: two, pipes: two, deep: '{"k":"v"}' },
	});
	expect(calls).toMatchObject([
		{
			method: 'GET',
			url: `${baseUrl}/a/a%2Fb%20%3F`,
			arrayFormat: 'repeat',
			qs: { plain: ['a', 'b'], commas: 'a,b', pipes: 'a|b', deep: { k: 'v' } },
		},
	]);
	expect(calls[0]).not.toHaveProperty('body');
});

test('a list that counts pages is read to its end, and Limit cuts it', async () => {
	const page = (name: string) => ({ name, in: 'query', schema: { type: 'integer' } });
	const document = withParameters('/a', [page('pageNumber'), page('pageSize')], { type: 'array' });
	const row = (_row: unknown, id: number) => ({ id });
	const answer = ({ qs }: IHttpRequestOptions) => {
		const from = (Number(qs?.pageNumber) - 1) * 100;
		return { body: Array.from({ length: 230 }, row).slice(from, from + Number(qs?.pageSize)) };
	};
	const asked = { document, endpoint: 'GET /a', answer };
	const all = await call({ ...asked, more: { returnAll: true } });
	expect([all.json.length, all.calls.length]).toEqual([230, 3]);
	const few = await call({ ...asked, more: { limit: 5 } });
	expect([few.json.length, few.calls.length]).toEqual([5, 1]);
});

test('a read may go again; anything else never does, whatever Retry On Fail says', async () => {
	const options = { maxRetries: 1, requestsPerSecond: 0 };
	const broken = () => ({ statusCode: 503 });
	const document = { paths: { '/a': { get: {}, put: {}, patch: {}, delete: {}, post: {} } } };
	for (const { name, method } of endpointsIn(document)) {
		const { calls, message } = await call({
			document,
			endpoint: name,
			more: { options },
			answer: broken,
		});
		expect([name, calls.length]).toEqual([name, method === 'GET' ? 2 : 1]);
		if (method !== 'GET')
			expect(message).toContain('may have been carried out; it is not sent again');
	}
});

test('an answer without content is done where the document has one, and unknown where it has not', async () => {
	const empty = () => ({ statusCode: 204, body: '' });
	const nothing = { paths: { '/a': { delete: { responses: { '204': {} } } } } };
	const done = await call({ document: nothing, endpoint: 'DELETE /a', answer: empty });
	expect([done.message, done.json]).toEqual(['', [{}]]);
	const { message } = await call({
		document: documentWith({}),
		answer: empty,
		fields: { body: {} },
	});
	expect(message).toContain('may have been carried out');
});

test('without the document nothing is sent', async () => {
	for (const document of [null, 'text', [], {}, { paths: {} }, { paths: { '/a': { get: {} } } }]) {
		const { message, calls } = await call({ document });
		expect(message).toMatch(/^(Nothing was sent: |Zaia answered)/);
		expect(calls).toEqual([]);
	}
});

test('the document is read once for the runs of some minutes', async () => {
	const asked = {
		document: documentWith({ properties: { f: {} } }),
		apiKey: 'runs',
		fields: [{}, {}],
	};
	const first = await call(asked);
	const second = await call(asked);
	expect([first.sent.length, second.sent.length]).toEqual([3, 2]);
});

test('a body in another type than JSON is refused, and a secret of the answer comes out nowhere', async () => {
	const form = { 'multipart/form-data': { schema: {} } };
	const document = {
		paths: { '/a': { post: { requestBody: { required: true, content: form } } } },
	};
	const { message, calls } = await call({ document });
	expect(message).toContain('Endpoint: takes a body that is not JSON');
	expect(calls).toEqual([]);
	const answer = () => ({
		body: { id: 1, accessToken: 'secret', deep: [{ accessToken: 'secret' }] },
	});
	const { json } = await call({ document: documentWith({ properties: { f: {} } }), answer });
	expect(json).toEqual([{ id: 1, deep: [{}] }]);
});

test('a body that is no object with fields is one field, and one in JSON leaves as typed', async () => {
	const list = documentWith({ type: 'array' });
	expect((await call({ document: list, fields: { body: '[1]' } })).calls).toMatchObject([
		{ body: [1] },
	]);
	expect((await call({ document: list })).message).toContain('Fields › body: is empty');
	const more = { specifyFields: 'json', body: '{"any": [true]}' };
	const { calls } = await call({
		document: documentWith({ required: ['f'], properties: { f: {} } }),
		more,
	});
	expect(calls).toMatchObject([{ body: { any: [true] } }]);
});

test('a body of which the document says nothing is JSON', async () => {
	for (const schema of [{}, { description: 'Anything' }]) {
		const document = documentWith(schema);
		const { calls } = await call({ document, fields: { body: '{"a": 1}' } });
		expect(calls).toMatchObject([{ body: { a: 1 } }]);
		const { message } = await call({ document, fields: { body: 'text' } });
		expect(message).toContain('Fields › body: "text" is not valid JSON');
	}
});

test('a body that is typed and that the endpoint does not take in JSON is refused, never left out', async () => {
	const content = { 'application/x-www-form-urlencoded': { schema: {} } };
	const document = { paths: { '/a': { get: {}, post: { requestBody: { content } }, delete: {} } } };
	for (const { name } of endpointsIn(document)) {
		const more = { specifyFields: 'json', body: '{"amount": 1}' };
		const { message, calls } = await call({ document, endpoint: name, more });
		expect(message).toContain('Body: cannot be sent: this endpoint takes no JSON');
		expect(calls).toEqual([]);
		const without = await call({ document, endpoint: name, more: { specifyFields: 'json' } });
		expect([without.message, without.calls.length]).toEqual(['', 1]);
	}
});

test('in a tool the endpoint is chosen by the workflow, never by the model', async () => {
	const node = { type: 'zaiaTool' };
	const document = documentWith({ properties: { f: {} } });
	for (const endpoint of [
		'={{ $fromAI("endpoint") }}',
		{ __rl: true, mode: 'id', value: '={{ $json.e }}' },
	]) {
		const { sent, json } = await call({ document, endpoint, node });
		expect(sent).toEqual([]);
		expect(JSON.stringify(json)).toContain('Endpoint: must be chosen here');
	}
	const { calls } = await call({ document, node });
	expect(calls).toHaveLength(1);
});

test('whatever the document and the values are: requests go below the Base URL, to a path of the document', async () => {
	const value = fc.constantFrom<unknown>(
		...['..', '.', '//evil.example', 'a/../../b', '%2e%2e', '@evil.example', 'x?y=1#z', '7', 7],
		...['', null, true, [], {}, ['a'], { a: 1 }, '{"a":1}', '[1]', '2026-11-21', '\ud800', 2 ** 60],
	);
	const ids = ['id', 'name', 'Sid', 'path.id', 'query.id', 'body.id', 'body', 'a.b', 'page[size]'];
	const fields = fc.record(Object.fromEntries(ids.map((id) => [id, value])), { requiredKeys: [] });
	const property = fc.asyncProperty(anyDocument, fields, fc.nat(), async (document, typed, nth) => {
		const all = endpointsIn(document);
		const endpoint = all[nth % Math.max(all.length, 1)];
		const ran = await call({ document, endpoint: endpoint?.name, fields: typed as IDataObject });
		if (ran.message) expect(ran.name).toBe('NodeOperationError');
		expect(isPolluted()).toBe(false);
		for (const { url, method } of ran.calls) {
			const { origin, pathname } = new URL(url);
			expect(origin + pathname).toBe(url);
			const own = endpoint!.path.split('/').map((segment) => segment.replace(/\{[^{}]+\}/g, '*'));
			const went = pathname.slice('/base'.length).split('/');
			expect([method, origin, went.length]).toEqual([
				endpoint!.method,
				'https://vendor.example',
				own.length,
			]);
			for (const [at, segment] of own.entries())
				if (!segment.includes('*')) expect(went[at]).toBe(segment);
		}
	});
	await fc.assert(property, { numRuns: 400 });
});
