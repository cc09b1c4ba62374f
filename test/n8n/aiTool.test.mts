import { runsOf } from '../../host/client.mts';
import { startChatModel } from '../support/chatModel.mts';
import { agentWorkflow } from '../support/n8nAgent.mts';
import { callNode, requestsByNumber } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

const tool = {
	...callNode({ timeoutSeconds: 2 }),
	type: 'n8n-nodes-conversational-agents.alturTool',
	name: 'Call',
	retryOnFail: true,
	maxTries: 3,
	waitBetweenTries: 50,
};
const parameters = {
	...tool.parameters,
	phoneNumber: "={{ $fromAI('phoneNumber', 'Whom to call', 'string') }}",
};

jest.setTimeout(60_000);

let real: Lab;

/** Has an AI agent call this number with the tool; answers what the model was told and n8n stored. */
async function agentCalls(phoneNumber: string, more: object = {}) {
	const model = await startChatModel({ phoneNumber });
	const credential = await real.n8n.saveCredential({
		name: 'Scripted model',
		type: 'openAiApi',
		data: { apiKey: 'none', url: model.url },
	});
	const draft = agentWorkflow({ ...tool, parameters, ...more }, credential, real.credentials);
	const id = await real.n8n.run(await real.n8n.createWorkflow(draft));
	const execution = await real.n8n.waitForExecution(id);
	await model.close();
	return { execution, told: model.toolAnswers };
}

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => await real.sandbox.reset());

describe('as the tool of an AI agent, with Retry On Fail', () => {
	test('a call that was placed is told with its outcome', async () => {
		const { execution, told } = await agentCalls('+525520000001');
		expect(execution.status).toBe('success');
		expect(told).toEqual([expect.stringMatching(/cll_\w+.*"outcome":"placed"/)]);
		expect(await real.sandbox.dialled()).toEqual({ '+525520000001': 1 });
	});

	test.each([
		['unknown', '+525550000500', /may have been placed/],
		['unknown', '+525550000902', /may have been placed/],
		['refused', '+525550000400', /was not placed/],
		['refused', '+525550000401', /Check the API Key/],
	])(
		'a call whose outcome is %s (%s) is tried once and told with "do not call"',
		async (outcome, number, words) => {
			const { execution, told } = await agentCalls(number);
			expect(execution.status).toBe('success');
			expect(told).toHaveLength(1);
			expect(told[0]).toContain(`"outcome":"${outcome}"`);
			expect(told[0]).toMatch(words);
			expect(told[0]).toContain('Do not call this tool again with the same values');
			expect(runsOf(execution, 'Call')).toHaveLength(1);
			expect(await requestsByNumber(real)).toEqual({ [number]: 1 });
		},
	);

	test.each([
		['a number that is none', {}, 'call me'],
		['a credential that is missing', { credentials: {} }, '+525520000001'],
	])('%s is told, not thrown, and nobody is called', async (_case, more, number) => {
		const { execution, told } = await agentCalls(number, more);
		expect(execution.status).toBe('success');
		expect(told).toEqual([expect.stringContaining('Do not call this tool again')]);
		expect(await requestsByNumber(real)).toEqual({});
	});
});
