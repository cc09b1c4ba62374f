import { agents } from '../../sandbox/altur/agents.mts';
import { sandboxForTests } from '../support/altur.mts';
import { openList } from './form.mts';

const sandbox = sandboxForTests();
const sent = () => sandbox.it.requests('altur');

test('campaigns are listed page by page, in the vendor’s order', async () => {
	const first = await openList(sandbox, 'searchCampaigns');
	expect(first.results).toHaveLength(100);
	expect(first.results[0]).toEqual({ name: 'Cobranza 1', value: '1001' });
	const second = await openList(sandbox, 'searchCampaigns', '', String(first.paginationToken));
	expect(second.results).toHaveLength(37);
	expect(second.paginationToken).toBeUndefined();
});

test('a search for a campaign reads on until it finds one, by name or by ID', async () => {
	const byName = await openList(sandbox, 'searchCampaigns', ' ventas 137 ');
	const byId = await openList(sandbox, 'searchCampaigns', '1130');
	expect([...byName.results, ...byId.results]).toEqual([
		{ name: 'Ventas 137', value: '1137' },
		{ name: 'Cobranza 130', value: '1130' },
	]);
	expect(byName.paginationToken).toBeUndefined();
	expect(sent()).toHaveLength(4);
});

test('each agent is listed once, however many campaigns and pages name it', async () => {
	const { results, paginationToken } = await openList(sandbox, 'searchAgents');
	expect(results).toEqual(
		[agents.diana, agents.luis, agents.sofia].map(({ id, name }) => ({ name, value: id })),
	);
	expect(paginationToken).toBeUndefined();
	const { results: found } = await openList(sandbox, 'searchAgents', 'sofía');
	expect(found).toEqual([{ name: agents.sofia.name, value: agents.sofia.id }]);
});

test('a list that cannot be had says why, and that an ID can be typed', async () => {
	await expect(openList(sandbox, 'searchAgents', '', undefined, 'wrong')).rejects.toMatchObject({
		message: expect.stringContaining('Unauthorized'),
		description: expect.stringContaining('type the value'),
	});
});

test('the lines that the chosen agent’s campaigns of the chosen channel use are listed once, nine campaigns a look', async () => {
	const fields = {
		agentId: { __rl: true, mode: 'list', value: agents.diana.id },
		integrationType: 'phone_call',
	};
	const look = async (token?: string) =>
		await openList(sandbox, 'searchLines', '', token, undefined, fields);
	const first = await look();
	expect(first.results).toEqual([
		{
			name: expect.stringMatching(/^\w+ \d+ \(int_sandbox_phone\)$/),
			value: 'int_sandbox_phone',
		},
	]);
	expect(sent()).toHaveLength(10);
	expect(sent()[0].query).toEqual({
		agentId: agents.diana.id,
		integration: 'phone_call',
		pageSize: '9',
	});
	// What was shown is not shown again.
	expect((await look(String(first.paginationToken))).results).toEqual([]);
});

test('with an agent and a channel by expression the lines of all campaigns are listed', async () => {
	const fields = { agentId: '={{ $json.agent }}', integrationType: '={{ $json.channel }}' };
	const { results } = await openList(sandbox, 'searchLines', 'PHONE', undefined, undefined, fields);
	expect(results.map(({ value }) => value)).toEqual(['int_sandbox_phone']);
	expect(sent()[0].query).toEqual({ pageSize: '9' });
});
