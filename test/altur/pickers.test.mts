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
