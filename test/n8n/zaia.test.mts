import { zaiaKey } from '../../sandbox/zaia/address.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { cases } from '../zaia/cases.mts';

const type = 'n8n-nodes-conversational-agents.zaia';
const known =
	/^(host|connection|accept|accept-encoding|user-agent|content-(type|length)|authorization)$/;

describe('Zaia in real n8n', () => {
	let real: Lab;
	beforeAll(async () => {
		real = await lab();
	});
	beforeEach(async () => await real.sandbox.reset());

	test.each(cases)('$title: one request, header by header and key by key', async (it) => {
		const { output, error } = await real.runWorkflow({
			items: [{}],
			nodes: { type, parameters: it.parameters as never },
		});
		expect(error).toBeUndefined();
		const [request, ...more] = await real.sandbox.requests('zaia');
		expect(more).toEqual([]);
		expect(request).toMatchObject({ method: it.sent.method, path: it.sent.path, status: 200 });
		expect(request).toMatchObject({ operationId: it.operationId, query: it.sent.query });
		expect(Object.keys(request!.query)).toHaveLength(Object.keys(it.sent.query).length);
		expect(request?.body).toEqual(it.sent.body);
		expect(request?.headers).toMatchObject({ authorization: '<valid key>' });
		expect(Object.keys(request!.headers).filter((name) => !known.test(name))).toEqual([]);
		expect(output[0]?.length).toBeGreaterThan(0);
	});

	test('a message goes out once, whatever Retry On Fail says', async () => {
		await real.sandbox.fail({
			vendor: 'zaia',
			fault: { kind: 'status', status: 500, carriedOut: true },
		});
		const { error } = await real.runWorkflow({
			items: [{}],
			nodes: {
				type,
				parameters: cases[0]!.parameters as never,
				retryOnFail: true,
				maxTries: 3,
				waitBetweenTries: 100,
			},
		});
		expect(error?.message).toContain('not sent again');
		expect(await real.sandbox.requests('zaia')).toHaveLength(1);
	});

	test('the access token of an external user is in nothing that n8n stores', async () => {
		const { parameters } = cases.find(({ title }) => title === 'externalUser: authenticate')!;
		const { execution } = await real.runWorkflow({
			items: [{}],
			nodes: { type, parameters: parameters as never },
		});
		expect(JSON.stringify(execution)).toContain('superIdentityId');
		expect(JSON.stringify(execution)).not.toContain('sandbox-token-');
		expect(real.log.text()).not.toContain('sandbox-token-');
	});

	describe('the Test button of the credential', () => {
		const press = async (apiKey: string, path = '/zaia') => {
			const { id } = real.credentials.find((stored) => stored.type === 'zaiaApi')!;
			const data = { apiKey, baseUrl: real.sandbox.url + path };
			return await real.n8n.testCredential(id, { name: 'Zaia sandbox', type: 'zaiaApi', data });
		};

		test('is green with the right key, with and without a slash after the Base URL', async () => {
			expect(await press(zaiaKey)).toMatchObject({ status: 'OK' });
			expect(await press(zaiaKey, '/zaia/')).toMatchObject({ status: 'OK' });
			const requests = await real.sandbox.requests('zaia');
			expect(requests).toMatchObject(
				Array.from({ length: 2 }, () => ({
					path: '/api/v1/agents',
					query: { pageSize: '1' },
					status: 200,
				})),
			);
		});

		test('is red with a wrong key or a wrong address, without showing the key', async () => {
			const wrong = await press('my-wrong-key');
			expect(wrong).toMatchObject({ status: 'Error' });
			expect(JSON.stringify(wrong)).not.toContain('my-wrong-key');
			expect(await press(`Bearer ${zaiaKey}`)).toMatchObject({ status: 'Error' });
			expect(await press(zaiaKey, '/nowhere')).toMatchObject({ status: 'Error' });
		});
	});

	test('the editor’s list of roles comes from the vendor’s own description', async () => {
		const { id, name } = real.credentials.find((stored) => stored.type === 'zaiaApi')!;
		const { results } = await real.n8n.session.post<{ results: Array<{ value: string }> }>(
			'/rest/dynamic-node-parameters/resource-locator-results',
			{
				path: 'parameters.role',
				methodName: 'searchRoles',
				nodeTypeAndVersion: { name: type, version: 1 },
				currentNodeParameters: { resource: 'chatMessage', operation: 'create' },
				credentials: { zaiaApi: { id, name } },
			},
		);
		expect(results.map(({ value }) => value)).toEqual(['assistant', 'user']);
	});
});
