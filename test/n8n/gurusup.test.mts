import { guruSupKey } from '../../sandbox/gurusup/address.mts';
import { cases } from '../gurusup/cases.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

const type = 'n8n-nodes-conversational-agents.guruSup';
const known =
	/^(host|connection|accept|accept-encoding|user-agent|content-(type|length)|x-api-key)$/;

describe('GuruSup in real n8n', () => {
	let real: Lab;
	beforeAll(async () => {
		real = await lab();
	});
	beforeEach(async () => await real.sandbox.reset());

	test.each(cases)('$title: one request, header by header and key by key', async (it) => {
		const { output, error } = await real.runWorkflow({
			items: [{ id: '000000000000000000000000' }],
			nodes: { type, parameters: it.parameters as never },
		});
		const [request, ...more] = await real.sandbox.requests('gurusup');
		expect(more).toEqual([]);
		expect(request).toMatchObject({ ...it.sent, query: {}, operationId: it.operation });
		expect(request?.body).toEqual(it.sent.body);
		expect(request?.headers).toMatchObject({ 'x-api-key': '<valid key>' });
		expect(Object.keys(request!.headers).filter((name) => !known.test(name))).toEqual([]);
		if (!it.answered) return;
		expect(error).toBeUndefined();
		expect(output[0]).toMatchObject([{ json: it.answered }, ...output[0]!.slice(1)]);
	});

	test('a message goes out once, whatever Retry On Fail says', async () => {
		await real.sandbox.fail({
			vendor: 'gurusup',
			fault: { kind: 'status', status: 500, carriedOut: true },
		});
		const { error } = await real.runWorkflow({
			items: [{}],
			nodes: {
				type,
				parameters: {
					resource: 'message',
					operation: 'create',
					body: 'x',
					userFid: 'ana',
					threadFid: 'web-9',
				},
				retryOnFail: true,
				maxTries: 3,
				waitBetweenTries: 100,
			},
		});
		expect(error?.message).toContain('not sent again');
		expect(await real.sandbox.requests('gurusup')).toHaveLength(1);
	});

	describe('the Test button of the credential', () => {
		const press = async (apiKey: string, path = '/gurusup/api/v1') => {
			const { id } = real.credentials.find((stored) => stored.type === 'guruSupApi')!;
			const data = { apiKey, baseUrl: real.sandbox.url + path };
			const credential = { name: 'GuruSup sandbox', type: 'guruSupApi', data };
			return await real.n8n.testCredential(id, credential);
		};

		test('is green with the right key, with and without a slash after the Base URL', async () => {
			expect(await press(guruSupKey)).toMatchObject({ status: 'OK' });
			expect(await press(guruSupKey, '/gurusup/api/v1/')).toMatchObject({ status: 'OK' });
			const requests = await real.sandbox.requests('gurusup');
			expect(requests.map(({ path, status }) => [path, status])).toEqual([
				['/threads', 200],
				['/threads', 200],
			]);
		});

		test('is red with a wrong key or a wrong address, without showing the key', async () => {
			const wrong = await press('my-wrong-key');
			expect(wrong).toMatchObject({
				status: 'Error',
				message: expect.stringContaining('401 Unauthorized'),
			});
			expect(JSON.stringify(wrong)).not.toContain('my-wrong-key');
			expect(await press(guruSupKey, '/nowhere')).toMatchObject({ status: 'Error' });
		});

		test('reads no more of a large answer than its beginning', async () => {
			await real.sandbox.fail({ vendor: 'gurusup', times: 1, fault: { kind: 'huge' } });
			const start = performance.now();
			expect(await press(guruSupKey)).toMatchObject({ status: 'OK' });
			expect(performance.now() - start).toBeLessThan(2_000);
		});
	});
});
