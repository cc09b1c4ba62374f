import type { IDataObject, INodeListSearchResult, ResourceMapperFields } from 'n8n-workflow';
import { endpointsIn } from '../../nodes/Zaia/openapi/endpoints.ts';
import { idOf } from '../../sandbox/zaia/ids.mts';
import { openapiDocument } from '../../sandbox/zaia/openapiDocument.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

jest.setTimeout(120_000);

const type = 'n8n-nodes-conversational-agents.zaia';

const endpoints = endpointsIn(openapiDocument()).map(({ name, operation }) => ({
	name,
	operationId: String(operation.operationId),
}));

/** What stands in the sandbox's workspace, by the names that its document has for it. */
const samples: IDataObject = {
	callbackUrl: 'https://n8n.acme.com/webhook/zaia-export',
	channelId: idOf('channel', 1),
	chatId: idOf('chat', 1),
	content: 'Oi',
	id: idOf('ticket', 1),
	senderId: idOf('superIdentity', 1),
};

describe('API › Call in real n8n', () => {
	let real: Lab;
	beforeAll(async () => {
		real = await lab();
	});
	beforeEach(async () => await real.sandbox.reset());

	/** What the editor asks n8n for while somebody fills in the form. */
	const ask = async <T,>(path: string, methodName: string, of: string, parameters: IDataObject) => {
		const { id, name } = real.credentials.find((stored) => stored.type === 'zaiaApi')!;
		return await real.n8n.session.post<T>(`/rest/dynamic-node-parameters/${path}`, {
			...{ path: `parameters.${of}`, methodName },
			nodeTypeAndVersion: { name: type, version: 1 },
			currentNodeParameters: { resource: 'api', operation: 'call', ...parameters },
			credentials: { zaiaApi: { id, name } },
		});
	};

	const fieldsOf = async (endpoint: string, more: IDataObject = {}) =>
		await ask<ResourceMapperFields>('resource-mapper-fields', 'getEndpointFields', 'fields', {
			endpoint: { __rl: true, mode: 'list', value: endpoint },
			...more,
		});

	const call = async (endpoint: string, fields: IDataObject, more: IDataObject = {}) => {
		const { fields: schema } = await fieldsOf(endpoint, more);
		return await real.runWorkflow({
			items: [{ content: 'Oi' }],
			nodes: {
				type,
				parameters: {
					...{ resource: 'api', operation: 'call', limit: 2 },
					endpoint: { __rl: true, mode: 'list', value: endpoint },
					fields: { mappingMode: 'defineBelow', value: fields, matchingColumns: [], schema },
					...more,
				} as never,
			},
		});
	};

	const calls = async () => {
		const all = await real.sandbox.requests('zaia');
		return all.filter(({ path }) => path !== '/openapi');
	};

	test('the list of endpoints is the sandbox’s own document', async () => {
		const { results } = await ask<INodeListSearchResult>(
			...(['resource-locator-results', 'searchEndpoints', 'endpoint', {}] as const),
		);
		expect(results.map(({ value }) => value)).toEqual(endpoints.map(({ name }) => name));
	});

	test.each(endpoints)(
		'$name: its form, filled in as far as it must be, goes out as one request',
		async ({ name, operationId }) => {
			const { fields } = await fieldsOf(name);
			const required = fields.filter((field) => field.required);
			const values = required.map(({ id, options }) => [id, options?.[0]?.value ?? samples[id]]);
			const { output, error } = await call(name, Object.fromEntries(values) as IDataObject);
			expect(error).toBeUndefined();
			expect(output[0]!.length).toBeGreaterThan(0);
			if (operationId === 'getOpenapi') return;
			expect(await calls()).toMatchObject([{ operationId, status: 200 }]);
		},
	);

	test('a message goes out with the nulls of its document, from expressions, once for all tries', async () => {
		const fields = {
			chatId: idOf('chat', 1),
			chatThreadId: null,
			content: '={{ $json.content }}',
			senderId: idOf('superIdentity', 1),
			role: 'assistant',
		};
		const endpoint = 'POST /api/v1/chat-messages';
		expect((await call(endpoint, fields)).error).toBeUndefined();
		expect((await calls()).map(({ body }) => body)).toEqual([
			{ ...fields, content: 'Oi', externalId: null },
		]);
		await real.sandbox.reset();
		await real.sandbox.fail({
			vendor: 'zaia',
			path: '/api/v1/chat-messages',
			fault: { kind: 'status', status: 500, carriedOut: true },
		});
		const { error } = await call(endpoint, fields);
		expect(error?.message).toContain('not sent again');
		expect(await calls()).toHaveLength(1);
	});

	test('a list is read page by page, and a body in JSON leaves as typed', async () => {
		const list = await call('GET /api/v1/agents', {}, { returnAll: true });
		expect(list.output[0]).toHaveLength(230);
		await real.sandbox.reset();
		const body = { channelId: idOf('channel', 1), externalId: 'crm-7', id: null, identifier: null };
		const endpoint = 'POST /api/v1/external-users/authenticate';
		const more = { specifyFields: 'json', body: JSON.stringify(body) };
		const { output, error, execution } = await call(endpoint, {}, more);
		expect(error).toBeUndefined();
		expect((await calls()).map((one) => one.body)).toEqual([body]);
		expect(output[0]![0]!.json).toMatchObject({ externalId: 'crm-7' });
		expect(JSON.stringify(execution)).not.toContain('sandbox-token-');
	});
});
