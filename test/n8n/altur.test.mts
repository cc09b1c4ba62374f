import { cases } from '../altur/cases.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

const type = 'n8n-nodes-conversational-agents.altur';
const known =
	/^(host|connection|accept|accept-encoding|user-agent|content-(type|length)|authorization)$/;

describe('Altur in real n8n', () => {
	let real: Lab;
	beforeAll(async () => {
		real = await lab();
	});
	beforeEach(async () => {
		await real.sandbox.reset();
		await real.sandbox.set({ speed: 1_000 });
	});

	test.each(cases)('$title: its request, header by header and key by key', async (it) => {
		const { output, error } = await real.runWorkflow({
			items: [{}],
			nodes: [it.before ?? [], it.parameters].flat().map((parameters) => ({
				type,
				parameters: parameters as never,
			})),
		});
		expect(error).toBeUndefined();
		const request = (await real.sandbox.requests('altur')).at(-1)!;
		expect(request).toMatchObject({ method: it.method, operationId: it.operation });
		expect(request.path).toMatch(it.path);
		expect(request.status).toBe(it.operation === 'deleteContact' ? 204 : 200);
		expect(request.query).toEqual(it.query ?? {});
		expect(request.body).toEqual(it.body);
		expect(request.headers).toMatchObject({ authorization: '<valid key>', ...it.headers });
		const own = Object.keys(it.headers ?? {});
		const others = Object.keys(request.headers).filter((name) => !known.test(name));
		expect(others.filter((name) => !own.includes(name))).toEqual([]);
		if (Object.keys(it.output).length > 0) expect(output[0]![0]?.json).toMatchObject(it.output);
	});

	test('5,000 contacts go out in five requests, and each row has its own result', async () => {
		await real.sandbox.set({ record: 'counts' });
		const { output, error } = await real.runWorkflow({
			items: Array.from({ length: 5_000 }, (_, index) => ({ phone: 5510000000 + index })),
			nodes: {
				type,
				parameters: {
					resource: 'contact',
					operation: 'add',
					campaignId: '1001',
					phoneNumber: '={{ $json.phone }}',
					options: { defaultCountryCode: '+52' },
				},
			},
		});
		expect(error).toBeUndefined();
		expect((await real.sandbox.counts('altur')).byOperation).toEqual({ addContacts: 5 });
		expect(output[0]!.map(({ json, pairedItem }) => ({ ...json, pairedItem }))).toEqual(
			output[0]!.map((_, item) => ({
				status: 'created',
				id: expect.any(String),
				phoneNumber: `+52${5510000000 + item}`,
				line: `+52${5510000000 + item}`,
				pairedItem: { item },
			})),
		);
		expect(output[0]).toHaveLength(5_000);
	}, 120_000);

	test('a recording is stored as a file beside the execution', async () => {
		await real.sandbox.set({ recordingBytes: 5_000_044 });
		const { output, error } = await real.runWorkflow({
			items: [{}],
			nodes: [
				cases.find(({ title }) => title === 'call: createAndWait')!.parameters,
				cases.find(({ title }) => title === 'call: getRecording')!.parameters,
			].map((parameters) => ({ type, parameters: parameters as never })),
		});
		expect(error).toBeUndefined();
		expect(output[0]![0]?.binary?.data).toMatchObject({
			id: expect.stringMatching(/^filesystem/),
			mimeType: 'audio/wav',
			fileName: expect.stringMatching(/\.wav$/),
			bytes: 5_000_044,
		});
	});
});
