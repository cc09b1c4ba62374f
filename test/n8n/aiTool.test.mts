import { callNode, requestsByNumber } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { agentUses, fromAi, toolNode } from '../support/n8nTool.mts';

const parameters = {
	...callNode({ timeoutSeconds: 2 }).parameters,
	phoneNumber: fromAi('phoneNumber', 'Whom to call'),
};
const tool = toolNode('altur', parameters);

jest.setTimeout(60_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => await real.sandbox.reset());

describe('as the tool of an AI agent, with Retry On Fail', () => {
	test('a call that was placed is told with its outcome', async () => {
		const { execution, told } = await agentUses(real, tool, [{ phoneNumber: '+525520000001' }]);
		expect(execution.status).toBe('success');
		expect(told).toEqual([expect.stringMatching(/"outcome":"placed".*"id":"cll_\w+"/)]);
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
			const { execution, told, runs } = await agentUses(real, tool, [{ phoneNumber: number }]);
			expect(execution.status).toBe('success');
			expect(told).toHaveLength(1);
			expect(told[0]).toContain(`"outcome":"${outcome}"`);
			expect(told[0]).toMatch(words);
			expect(told[0]).toContain('. Do not call this tool again with the same values');
			expect(runs).toBe(1);
			expect(await requestsByNumber(real)).toEqual({ [number]: 1 });
		},
	);

	test.each([
		['a number that is none', {}, 'call me'],
		['a credential that is missing', { credentials: {} }, '+525520000001'],
	])('%s is told, not thrown, and nobody is called', async (_case, more, phoneNumber) => {
		const { execution, told } = await agentUses(real, { ...tool, ...more }, [{ phoneNumber }]);
		expect(execution.status).toBe('success');
		expect(told).toEqual([expect.stringContaining('. Do not call this tool again')]);
		expect(await requestsByNumber(real)).toEqual({});
	});
});
