import { agents } from '../../sandbox/altur/agents.mts';
import { sandboxForTests } from '../support/altur.mts';
import { campaigns } from './campaigns.mts';

const sandbox = sandboxForTests();
const { run, sent } = campaigns(sandbox);
const main = { name: 'Noviembre', agentId: agents.diana.id, integrationId: 'int_sandbox_phone' };

test('a new campaign goes out in the vendor’s names, schedule and cycles from the form, and comes out unwrapped', async () => {
	const { outputs, error } = await run({
		operation: 'create',
		...main,
		additionalFields: {
			description: 'Treinta días',
			timezone: 'America/Mexico_City',
			retries: 2,
			messageLimit: 1,
			firstMessage: '¡Hola!',
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
		integration_type: 'phone_call',
		description: 'Treinta días',
		timezone: 'America/Mexico_City',
		retries: 2,
		message_limit: 1,
		first_message: '¡Hola!',
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
		integration_type: 'phone_call',
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
	const made = await run({
		operation: 'create',
		...main,
		additionalFields: { cycles: { enabled: true } },
	});
	const { id } = made.outputs[0][0].json;
	const { outputs, error } = await run({
		operation: 'update',
		campaignId: { __rl: true, mode: 'list', value: id },
		updateFields: {
			name: 'Otro nombre',
			retries: 0,
			cycles: { filterTags: '', filterStatuses: [] },
		},
	});
	expect(error).toBeUndefined();
	expect(sent().slice(1)).toMatchObject([
		{
			method: 'PATCH',
			path: `/campaigns/${String(id)}`,
			body: { name: 'Otro nombre', retries: 0, cycles: { filter_statuses: [] } },
		},
	]);
	expect(outputs[0][0].json).toMatchObject({ id, name: 'Otro nombre' });
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
		'cycles',
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
