import { lab, type Lab } from '../support/n8nLab.mts';

describe('n8n’s HTTP Request node with the credential of Altur', () => {
	let real: Lab;
	beforeAll(async () => {
		real = await lab();
	});
	beforeEach(async () => await real.sandbox.reset());

	test('reaches any address of Altur under the same key, as the guide says', async () => {
		const { output, error } = await real.runWorkflow({
			items: [{}],
			nodes: {
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					method: 'GET',
					url: `${real.sandbox.url}/altur/api/v1.0/campaigns`,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'alturApi',
					sendQuery: true,
					queryParameters: { parameters: [{ name: 'pageSize', value: '1' }] },
					options: {},
				},
			},
		});
		expect(error).toBeUndefined();
		expect(output[0]![0]?.json).toMatchObject({ campaigns: [{ id: 1001 }] });
		const [request] = await real.sandbox.requests('altur');
		expect(request).toMatchObject({
			status: 200,
			query: { pageSize: '1' },
			headers: { authorization: '<valid key>' },
		});
	});
});
