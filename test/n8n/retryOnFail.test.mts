import { lab, type Lab, type NodeDraft } from '../support/n8nLab.mts';

const answered = ['+525512345671', '+525512345673'];
const answers500 = '+525550000500';
const numbers = [answered[0]!, answers500, answered[1]!];
const diana = '6f1c1b52-3c0e-4d7a-9b7e-0d5a4e1f2a01';

const retried = { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };

describe('Retry On Fail with three tries, the second of three numbers answering 500', () => {
	let real: Lab;

	const requestsPerNumber = async (node: NodeDraft) => {
		await real.runWorkflow({ items: numbers.map((number) => ({ number })), nodes: node });
		const calls = (await real.sandbox.requests()).filter(({ method }) => method === 'POST');
		return numbers.map(
			(number) => calls.filter((call) => JSON.stringify(call.body).includes(number)).length,
		);
	};

	beforeAll(async () => {
		real = await lab();
	});

	beforeEach(async () => await real.sandbox.reset());

	test.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'Altur sends one request a number under %s',
		async (onError) => {
			const altur = {
				...retried,
				type: 'n8n-nodes-conversational-agents.altur',
				onError,
				parameters: {
					resource: 'call',
					operation: 'create',
					agentId: diana,
					phoneNumber: '={{ $json.number }}',
				},
			};
			expect(await requestsPerNumber(altur)).toEqual([1, 1, 1]);
		},
	);

	test('the HTTP Request node sends three requests a number under stopWorkflow', async () => {
		const httpRequest = {
			...retried,
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: `${real.sandbox.url}/altur/api/v1.0/call`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'alturApi',
				sendBody: true,
				specifyBody: 'json',
				jsonBody: `={"agent_id": "${diana}", "phone_number_to": "{{ $json.number }}"}`,
			},
		};
		expect(await requestsPerNumber(httpRequest)).toEqual([3, 3, 3]);
	});
});
