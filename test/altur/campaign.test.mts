import { agents } from '../../sandbox/altur/agents.mts';
import { altur, sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();
const run = async (parameters: object, items: object[] = [{}], more: object = {}) =>
	await altur(sandbox, {
		...more,
		parameters: { resource: 'campaign', ...parameters },
		items: items as [],
	});
const sent = () => sandbox.it.requests('altur');
const main = { name: 'Noviembre', agentId: agents.diana.id, integrationId: 'int_sandbox_phone' };

test('a new campaign goes out in the vendor’s names, schedule and cycles from the form, and comes out unwrapped', async () => {
	const { outputs, error } = await run({
		operation: 'create',
		...main,
		additionalFields: {
			description: 'Treinta días',
			timezone: 'America/Mexico_City',
			retries: 2,
			messageLimit: 0,
			firstMessage: '¡Hola!',
			template: 'recordatorio',
			templateAlt: 'recordatorio_2',
			scheduling: {
				hours: [
					{ days: ['mon', 'tue'], startTime: '9:00', stopTime: '18:00' },
					{ days: ['sat'], startTime: '10:00', stopTime: '13:30' },
				],
			},
			cycles: {
				enabled: true,
				maxIterations: 3,
				cooldownMinutes: 60,
				filterStatuses: ['failed', 'voicemail'],
				filterTags: 'call_later, other',
			},
		},
	});
	expect(error).toBeUndefined();
	const off = { startTime: '09:00', stopTime: '18:00', active: false };
	const day = { startTime: '09:00', stopTime: '18:00', active: true };
	expect(sent()).toMatchObject([{ method: 'POST', path: '/campaigns', status: 200 }]);
	expect(sent()[0].headers).toMatchObject({
		authorization: '<valid key>',
		'content-type': 'application/json',
	});
	expect(sent()[0].body).toEqual({
		name: 'Noviembre',
		agent_id: agents.diana.id,
		integration_id: 'int_sandbox_phone',
		description: 'Treinta días',
		timezone: 'America/Mexico_City',
		retries: 2,
		message_limit: 0,
		first_message: '¡Hola!',
		template: 'recordatorio',
		template_alt: 'recordatorio_2',
		scheduling: {
			mon: day,
			tue: day,
			wed: off,
			thu: off,
			fri: off,
			sat: { startTime: '10:00', stopTime: '13:30', active: true },
			sun: off,
		},
		cycles: {
			enabled: true,
			max_iterations: 3,
			cooldown_minutes: 60,
			filter_statuses: ['failed', 'voicemail'],
			filter_tags: ['call_later', 'other'],
		},
	});
	expect(outputs[0][0].json).toMatchObject({ id: 1138, name: 'Noviembre', status: 'pending' });
});

test('what is not set is not sent', async () => {
	await run({ operation: 'create', ...main, additionalFields: { description: '', cycles: {} } });
	expect(sent()[0].body).toEqual({
		name: 'Noviembre',
		agent_id: agents.diana.id,
		integration_id: 'int_sandbox_phone',
	});
});

test.each([
	[{ days: ['mon'], startTime: '25:00' }, '"25:00" is no time of day'],
	[{ days: ['mon'], startTime: '18:00', stopTime: '09:00' }, 'From 18:00 is not before To 09:00'],
	[{ days: ['lunes'] }, '"lunes" is no weekday'],
	[{ days: ['mon', 'mon'] }, 'Monday is named twice'],
])('a schedule of %j is refused: %s', async (hours, reason) => {
	const { error } = await run({
		operation: 'create',
		...main,
		additionalFields: { scheduling: { hours: [hours] } },
	});
	expect(error?.message).toContain(`Scheduling: ${reason}`);
	expect(sent()).toHaveLength(0);
});

test('an update names only what changes', async () => {
	const { outputs, error } = await run({
		operation: 'update',
		campaignId: { __rl: true, mode: 'list', value: '1001' },
		updateFields: {
			name: 'Otro nombre',
			agentId: { __rl: true, mode: 'id', value: agents.luis.id },
			retries: 0,
			cycles: { filterTags: '', filterStatuses: [] },
		},
	});
	expect(error).toBeUndefined();
	expect(sent()).toMatchObject([
		{
			method: 'PATCH',
			path: '/campaigns/1001',
			body: {
				name: 'Otro nombre',
				agent_id: agents.luis.id,
				retries: 0,
				cycles: { filter_statuses: [] },
			},
		},
	]);
	expect(outputs[0][0].json).toMatchObject({ id: 1001, agent: agents.luis });
});

test('an update without any field is refused', async () => {
	const { error } = await run({ operation: 'update', campaignId: 1001, updateFields: {} });
	expect(error?.message).toContain('Update Fields: there is nothing to update');
	expect(sent()).toHaveLength(0);
});

test('a campaign is shown in short, or as Altur answers it', async () => {
	const short = await run({ operation: 'get', campaignId: 1001 });
	const long = await run({ operation: 'get', campaignId: 1001, simplify: false });
	expect(Object.keys(short.outputs[0][0].json)).toEqual([
		'id',
		'name',
		'status',
		'description',
		'agent',
		'integration',
		'created_at',
		'timezone',
		'archived',
		'analytics',
	]);
	expect(long.outputs[0][0].json).toHaveProperty('scheduling');
	expect(long.outputs[0][0].json).not.toHaveProperty('success');
});

test.each(['abc', '1/../2', '-1'])('the campaign ID "%s" is refused', async (campaignId) => {
	const { error } = await run({ operation: 'get', campaignId });
	expect(error?.message).toContain('Campaign: ');
	expect(sent()).toHaveLength(0);
});

test('all campaigns are read page by page, following the cursor', async () => {
	const { outputs } = await run({ operation: 'getAll', returnAll: true });
	expect(outputs[0]).toHaveLength(137);
	expect(new Set(outputs[0].map(({ json }) => json.id)).size).toBe(137);
	expect(sent().map(({ query }) => query)).toEqual([
		{ pageSize: '100' },
		{ pageSize: '100', cursor: expect.any(String) },
	]);
});

test('a limit that is reached exactly gives a hint that more may exist', async () => {
	const { outputs, hints } = await run({ operation: 'getAll', limit: 120 });
	expect(outputs[0]).toHaveLength(120);
	expect(hints.join()).toContain('more may exist');
	expect(sent().map(({ query }) => query.pageSize)).toEqual(['60', '60']);
});

test('dates without an offset go out in the workflow’s time zone', async () => {
	const { outputs, error } = await run({
		operation: 'getAll',
		filters: {
			agentId: agents.diana.id,
			status: 'pending',
			integration: 'phone_call',
			startDate: '2025-01-01T00:00:00',
			endDate: '2025-07-01',
		},
	});
	expect(error).toBeUndefined();
	expect(outputs[0].length).toBeGreaterThan(0);
	expect(sent()[0].query).toEqual({
		agentId: agents.diana.id,
		status: 'pending',
		integration: 'phone_call',
		startDate: '2025-01-01T00:00:00-05:00',
		endDate: '2025-07-01T23:59:59-04:00',
		pageSize: '50',
	});
});

test.each([
	[
		{ startDate: '2026-01-01' },
		'Filters › End Date: is empty; Altur takes Start Date only together with it',
	],
	[
		{ endDate: '2026-01-01' },
		'Filters › Start Date: is empty; Altur takes End Date only together with it',
	],
	[{ startDate: '2026-02-01', endDate: '2026-01-01' }, 'Start Date: is after End Date'],
	[{ startDate: '31/01/2026', endDate: '2026-01-01' }, 'Start Date: "31/01/2026" is no date'],
	[{ startDate: '2026-02-31', endDate: '2026-03-01' }, 'Start Date: "2026-02-31" is no date'],
])('the filters %j are refused: %s', async (filters, reason) => {
	const { error } = await run({ operation: 'getAll', filters });
	expect(error?.message).toContain(reason);
	expect(sent()).toHaveLength(0);
});

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

test('the calls of a campaign are read page by page by their index', async () => {
	const { error } = await run({
		operation: 'getCalls',
		campaignId: 1001,
		returnAll: true,
		filters: { status: 'no-answer', answeredBy: 'machine', startDate: '2026-01-01T10:00:00+01:00' },
	});
	expect(error).toBeUndefined();
	expect(sent()).toMatchObject([
		{
			path: '/campaigns/1001/calls',
			query: {
				pageSize: '100',
				pageIndex: '0',
				status: 'no-answer',
				answeredBy: 'machine',
				startDate: '2026-01-01T10:00:00+01:00',
			},
		},
	]);
});
