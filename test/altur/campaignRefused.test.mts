import { agents } from '../../sandbox/altur/agents.mts';
import { sandboxForTests } from '../support/altur.mts';
import { campaigns } from './campaigns.mts';

const sandbox = sandboxForTests();
const { run, sent } = campaigns(sandbox);
const main = { name: 'Noviembre', agentId: agents.diana.id, integrationId: 'int_sandbox_phone' };

/** Each under a name of its own: in the tests all runs are one execution, and so have one key for the same. */
const created = async (name: string, additionalFields: object = {}): Promise<number> => {
	const { outputs } = await run({ operation: 'create', ...main, name, additionalFields });
	return Number(outputs[0][0].json.id);
};

test.each([
	['a line of the other channel', { integrationType: 'whatsapp' }, 'INVALID_REQUEST (400)'],
	['a line that is none of the agent’s', { integrationId: 'int_other' }, 'INVALID_REQUEST (400)'],
])('%s is refused by Altur, with what to look at', async (_what, more, said) => {
	const { error } = await run({ operation: 'create', ...main, ...more });
	expect(error?.message).toContain(said);
	expect(error?.message).toContain('"Create a campaign" was not carried out');
	expect(error?.description).toContain('Integration ID must belong to the agent');
});

test('changes that Altur refuses say in words what can be done', async () => {
	const plain = await created('plain');
	const cooling = await created('cooling', { cycles: { enabled: true, mode: 'cooldown' } });
	const finished = await created('finished');
	sandbox.it.altur.setCampaign(finished, 'finished');
	const advice = async (campaignId: number, updateFields: object) => {
		const { error } = await run({ operation: 'update', campaignId, updateFields });
		return `${error?.message ?? ''} ${error?.description ?? ''}`;
	};
	const cycles = { maxIterations: 2 };
	const none = await advice(plain, { cycles });
	expect(none).toContain('CYCLES_NOT_ENABLED (400)');
	expect(none).toContain('created without cycles, and Altur does not switch them on later');
	const scheduled = await advice(cooling, { cycles: { scheduleStartDate: '2026-12-01' } });
	expect(scheduled).toContain('SCHEDULED_MODE_ONLY (400)');
	expect(scheduled).toContain('not of mode Scheduled');
	const over = await advice(finished, { retries: 1 });
	expect(over).toContain('CAMPAIGN_FINISHED (409)');
	expect(over).toContain('The campaign is finished, and Altur no longer changes it');
	expect(await advice(plain, { template: 'x' })).toContain('Template Alt for WhatsApp alone');
});

test.each(['message', 'code', 'error_code', 'detail'])(
	'the code of a refusal is found in %s, and its field is named',
	async (place) => {
		const body = { error: 400, message: 'No.', [place]: 'IMMUTABLE_FIELD', field: 'agent_id' };
		sandbox.it.fail({ vendor: 'altur', times: 1, fault: { kind: 'status', status: 400, body } });
		const { error } = await run({
			operation: 'update',
			campaignId: 1001,
			updateFields: { retries: 1 },
		});
		expect(error?.description).toContain('Altur never changes "agent_id"');
	},
);

test('what Altur never changes is refused by row, before anything is sent', async () => {
	const items = [{ agent: '' }, { agent: agents.luis.id }, { agent: agents.diana.id }];
	const { error } = await run(
		{
			operation: 'update',
			campaignId: 1001,
			updateFields: {
				agentId: { __rl: true, mode: 'id', value: '={{ $json.agent }}' },
				retries: 1,
			},
		},
		items,
	);
	expect(`${error?.message ?? ''} ${error?.description ?? ''}`).toMatch(/row 2[\s\S]*row 3/i);
	expect(error?.message).toContain('Agent: Altur never changes it');
	expect(sent()).toHaveLength(0);
});

test('a creation whose answer was lost goes again under its key and makes one campaign', async () => {
	sandbox.it.fail({ vendor: 'altur', times: 1, fault: { kind: 'reset' } });
	const { outputs, error } = await run({ operation: 'create', ...main }, [{}, {}]);
	expect(error).toBeUndefined();
	const keys = sent().map(({ headers }) => headers['idempotency-key']);
	expect(keys).toHaveLength(3);
	// Two rows that are the same are two campaigns.
	expect(new Set(keys).size).toBe(2);
	expect(outputs[0].map(({ json }) => json.id)).toEqual([1138, 1139]);
});

const lostOnce = () =>
	sandbox.it.fail({
		vendor: 'altur',
		times: 1,
		fault: { kind: 'status', status: 503, body: {} },
	});
const once = { options: { maxRetries: 0 } };

test('Retry On Fail asks again under the same key for a campaign of which nothing is known', async () => {
	lostOnce();
	const { outputs, error } = await run({ operation: 'create', ...main, ...once }, [{}], {
		tries: 2,
	});
	expect(error).toBeUndefined();
	const [first, second, ...more] = sent().map(({ headers }) => headers['idempotency-key']);
	expect([second, more]).toEqual([first, []]);
	expect(outputs[0]).toHaveLength(1);
});

test('Executions › Retry, which has another key, makes no campaign that may be there', async () => {
	lostOnce();
	const ran = await run({ operation: 'create', ...main, ...once });
	expect(ran.error?.message).toContain('"Create a campaign" may have been carried out');
	const again = await run({ operation: 'create', ...main, ...once }, [{}], {
		retryOf: ran.runExecutionData,
		executionId: 'another',
	});
	expect(again.error?.message).toContain('"Create a campaign" may have been carried out');
	expect(sent()).toHaveLength(1);
});

test('Retry On Fail makes no campaign twice', async () => {
	const items = [{ name: 'uno' }, { name: 'dos' }, { name: 'tres' }];
	// The third is refused in every try; the others were answered in the first.
	const line = "={{ $json.name === 'tres' ? 'int_other' : 'int_sandbox_phone' }}";
	const { error } = await run(
		{
			operation: 'create',
			...main,
			name: '={{ $json.name }}',
			integrationId: line,
			options: { concurrency: 1 },
		},
		items,
		{ tries: 2 },
	);
	expect(error?.message).toContain('INVALID_REQUEST (400)');
	const names = sent().map(({ body }) => (body as { name: string }).name);
	expect(names).toEqual(['uno', 'dos', 'tres', 'tres']);
});

test('a channel given by an expression is checked row by row, and so are the fields of the other one', async () => {
	const items = [
		{ channel: 'phone_call', first: 'Hola', template: '' },
		{ channel: 'whatsapp', first: '', template: 'recordatorio' },
	];
	const parameters = {
		operation: 'create',
		...main,
		integrationType: '={{ $json.channel }}',
		integrationId:
			"={{ $json.channel === 'whatsapp' ? 'int_sandbox_whatsapp' : 'int_sandbox_phone' }}",
		additionalFields: { firstMessage: '={{ $json.first }}', template: '={{ $json.template }}' },
	};
	expect((await run(parameters, items)).error).toBeUndefined();
	const bodies = sent().map(({ body }) => body as Record<string, unknown>);
	const own = bodies.map(({ integration_type, first_message, template }) => [
		integration_type,
		first_message,
		template,
	]);
	expect(own).toEqual([
		['phone_call', 'Hola', undefined],
		['whatsapp', undefined, 'recordatorio'],
	]);

	const wrong = [
		{ channel: 'phone_call', first: '', template: 'recordatorio' },
		{ channel: 'whatsapp', first: 'Hola', template: '' },
		{ channel: 'sms', first: '', template: '' },
	];
	const { error } = await run(parameters, wrong);
	const said = `${error?.message ?? ''} ${error?.description ?? ''}`;
	expect(said).toContain('Template: only campaigns by WhatsApp have it');
	expect(said).toContain('First Message: only campaigns by Phone Call have it');
	expect(said).toContain('"sms" is not a channel');
	expect(sent()).toHaveLength(2);
});

test('cycles by WhatsApp are refused by name', async () => {
	const { error } = await run(
		{
			operation: 'create',
			...main,
			integrationType: '={{ $json.channel }}',
			additionalFields: { cycles: { enabled: true } },
		},
		[{ channel: 'whatsapp' }],
	);
	expect(error?.message).toContain('Cycles: only campaigns by Phone Call have it');
	expect(sent()).toHaveLength(0);
});
