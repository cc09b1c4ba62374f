import { agents } from '../../sandbox/altur/agents.mts';
import { sandboxForTests } from '../support/altur.mts';
import { campaigns } from './campaigns.mts';

const sandbox = sandboxForTests();
const { run, sent } = campaigns(sandbox);
const main = { name: 'Noviembre', agentId: agents.diana.id, integrationId: 'int_sandbox_phone' };

test.each([
	['activate', 'ready', 'active'],
	['pause', 'cooldown', 'inactive'],
	['resume', 'inactive', 'active'],
	['archive', 'finished', 'finished'],
] as const)('%s comes out as the campaign itself', async (operation, from, status) => {
	sandbox.it.altur.setCampaign(1001, from);
	const { outputs, error } = await run({ operation, campaignId: 1001 });
	expect(error).toBeUndefined();
	const archived = operation === 'archive';
	expect(outputs[0]).toMatchObject([{ json: { id: 1001, status, archived } }]);
	expect(sent()).toMatchObject([{ method: 'POST', path: `/campaigns/1001/${operation}` }]);
	expect(sent()[0].body).toBeUndefined();
});

test('a step that the status forbids says the status and what is possible', async () => {
	sandbox.it.altur.setCampaign(1001, 'inactive');
	const { error } = await run({ operation: 'activate', campaignId: 1001 });
	expect(error?.message).toContain('Altur answered: INVALID_STATUS_TRANSITION (409)');
	expect(error?.description).toContain(
		'The campaign is "inactive" now; from there it can become: active.',
	);
});

test('a billing limit is named in plain words', async () => {
	const made = await run({ operation: 'create', ...main, name: 'over budget' });
	const { id } = made.outputs[0][0].json;
	sandbox.it.altur.setCampaign(Number(id), 'ready');
	const { error } = await run({ operation: 'activate', campaignId: id });
	expect(error?.message).toContain('BILLING_LIMIT_REACHED (402)');
	expect(error?.description).toContain('billing limit at Altur is reached');
});

test.each(['pause', 'resume', 'archive'])(
	'%s goes again after a lost connection',
	async (operation) => {
		sandbox.it.altur.setCampaign(1001, operation === 'resume' ? 'inactive' : 'cooldown');
		sandbox.it.fail({
			vendor: 'altur',
			times: 1,
			fault: { kind: 'reset', carriedOut: false },
		});
		const { error } = await run({ operation, campaignId: 1001 });
		expect(error).toBeUndefined();
		expect(sent()).toHaveLength(2);
	},
);

test('activate does not go again after a lost connection', async () => {
	sandbox.it.altur.setCampaign(1001, 'ready');
	sandbox.it.fail({ vendor: 'altur', method: 'POST', times: 1, fault: { kind: 'reset' } });
	const { error } = await run({ operation: 'activate', campaignId: 1001 }, [{}], { tries: 3 });
	expect(error?.message).toContain('"Activate a campaign" may have been carried out');
	expect(sent()).toHaveLength(1);
});
