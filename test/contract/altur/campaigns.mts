import { items, of, ok, picked, typed } from '../case.mts';
import type { Case, Refusal } from '../case.mts';
import { agentId, campaign, integration, simpleCampaign, thisRun } from './samples.mts';

const create = of('campaign', 'create');
const get = of('campaign', 'get');
const update = of('campaign', 'update');
const lifecycle = ['activate', 'archive', 'pause', 'resume'] as const;

const integrationId = String(integration.id);
const main = { name: 'November reminders', agentId, integrationId };
const smallest = {
	name: 'November reminders',
	agent_id: agentId,
	integration_id: integrationId,
	integration_type: 'phone_call',
};
const key = { 'Idempotency-Key': expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5/) as string };

const hours = {
	hours: [
		{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], startTime: '9:00', stopTime: '18:00' },
		{ days: ['sat'], startTime: '10:00', stopTime: '14:00' },
	],
};
const forBoth = {
	description: 'People who are 30 days late',
	messageLimit: 3,
	retries: 2,
	scheduling: hours,
	timezone: 'America/Mexico_City',
};
const cyclesLater = {
	cooldownMinutes: 90,
	filterStatuses: ['failed', 'voicemail'],
	filterTags: 'call_later, payment_promise',
	maxIterations: 3,
	schedule: hours,
	scheduleEndDate: '2026-12-20',
	scheduleStartDate: '2026-12-01T00:00:00',
};
const forCalls = { firstMessage: 'Hello, this is Diana of Crédito Norte.' };
const forWhatsApp = { template: 'payment_reminder', templateAlt: 'payment_reminder_short' };

const workday = { startTime: '09:00', stopTime: '18:00', active: true };
const week = {
	mon: workday,
	tue: workday,
	wed: workday,
	thu: workday,
	fri: workday,
	sat: { startTime: '10:00', stopTime: '14:00', active: true },
	sun: { startTime: '09:00', stopTime: '18:00', active: false },
};
const planned = {
	description: 'People who are 30 days late',
	timezone: 'America/Mexico_City',
	retries: 2,
	message_limit: 3,
	scheduling: week,
};
const plannedCycles = {
	max_iterations: 3,
	cooldown_minutes: 90,
	filter_statuses: ['failed', 'voicemail'],
	filter_tags: ['call_later', 'payment_promise'],
	schedule: week,
	schedule_start_date: '2026-12-01',
	schedule_end_date: '2026-12-20',
};
const plannedCalls = { first_message: 'Hello, this is Diana of Crédito Norte.' };
const plannedWhatsApp = { template: 'payment_reminder', template_alt: 'payment_reminder_short' };

const wrapped = ok({ success: true, campaign });
const posted = (body: unknown) => ({
	method: 'POST',
	path: '/campaigns',
	headers: key,
	body,
});
const patched = (body: unknown) => ({ method: 'PATCH', path: '/campaigns/1234', body });

export const campaignCases: Case[] = [
	{
		title: 'minimal',
		parameters: create(main),
		exchanges: [[posted(smallest), wrapped]],
		output: items(campaign),
		supplies: thisRun,
	},
	{
		title: 'full, by phone',
		parameters: create({
			...main,
			agentId: picked(agentId),
			integrationType: 'phone_call',
			additionalFields: {
				...forBoth,
				...forCalls,
				cycles: { ...cyclesLater, enabled: true, mode: 'scheduled' },
			},
		}),
		exchanges: [
			[
				posted({
					...smallest,
					...planned,
					...plannedCalls,
					cycles: { enabled: true, mode: 'scheduled', ...plannedCycles },
				}),
				wrapped,
			],
		],
		output: items(campaign),
		supplies: thisRun,
	},
	{
		title: 'full, by WhatsApp',
		parameters: create({
			...main,
			integrationType: 'whatsapp',
			additionalFields: { ...forBoth, ...forWhatsApp },
		}),
		exchanges: [
			[
				posted({
					...smallest,
					integration_type: 'whatsapp',
					...planned,
					...plannedWhatsApp,
				}),
				wrapped,
			],
		],
		output: items(campaign),
		supplies: thisRun,
	},
	{
		title: 'a channel given by an expression has the fields of both in its form',
		rows: [{ channel: 'whatsapp', template: 'payment_reminder', first: '' }],
		parameters: create({
			...main,
			integrationType: '={{ $json.channel }}',
			additionalFields: {
				template: '={{ $json.template }}',
				firstMessage: '={{ $json.first }}',
			},
		}),
		exchanges: [
			[
				posted({ ...smallest, integration_type: 'whatsapp', template: 'payment_reminder' }),
				wrapped,
			],
		],
		output: items(campaign),
		supplies: thisRun,
	},
	{
		title: 'zeros and a switched-off repetition are values',
		parameters: create({
			...main,
			additionalFields: { retries: 0, cycles: { enabled: false } },
		}),
		exchanges: [[posted({ ...smallest, retries: 0, cycles: { enabled: false } }), wrapped]],
		output: items(campaign),
		supplies: thisRun,
	},
	{
		title: 'minimal',
		parameters: get({ campaignId: '1234' }),
		exchanges: [[{ method: 'GET', path: '/campaigns/1234' }, wrapped]],
		output: items({ ...simpleCampaign, integration, analytics: campaign.analytics }),
	},
	{
		title: 'full',
		parameters: get({ campaignId: picked('1234'), simplify: false }),
		exchanges: [[{ method: 'GET', path: '/campaigns/1234' }, wrapped]],
		output: items(campaign),
	},
	{
		title: 'only one field',
		parameters: update({ campaignId: 1234, updateFields: { retries: 1 } }),
		exchanges: [[patched({ retries: 1 }), wrapped]],
		output: items(campaign),
	},
	{
		title: 'full',
		parameters: update({
			campaignId: typed('1234'),
			updateFields: {
				name: main.name,
				...forBoth,
				...forCalls,
				...forWhatsApp,
				cycles: cyclesLater,
			},
		}),
		exchanges: [
			[
				patched({
					name: main.name,
					...planned,
					...plannedCalls,
					...plannedWhatsApp,
					cycles: plannedCycles,
				}),
				wrapped,
			],
		],
		output: items(campaign),
	},
	...lifecycle.map((step): Case => ({
		title: 'minimal',
		parameters: of('campaign', step)({ campaignId: '1234' }),
		exchanges: [[{ method: 'POST', path: `/campaigns/1234/${step}` }, wrapped]],
		output: items(campaign),
	})),
];

const withHours = (...hours: object[]) =>
	create({ ...main, additionalFields: { scheduling: { hours } } });
const withCycles = (cycles: object) => create({ ...main, additionalFields: { cycles } });

export const campaignRefusals: Refusal[] = [
	{ parameters: create({ ...main, name: ' ' }), says: 'Name: is empty' },
	{ parameters: create({ ...main, agentId: 'Diana' }), says: 'Agent: "Diana" is no UUID' },
	{ parameters: create({ ...main, integrationId: '' }), says: 'Integration ID: is empty' },
	{
		parameters: create({ ...main, additionalFields: { retries: 1.5 } }),
		says: 'Retries: must be a whole number from 0 to 5',
	},
	{
		parameters: create({ ...main, additionalFields: { retries: 6 } }),
		says: 'Retries: must be a whole number from 0 to 5',
	},
	...[0, 10_001].map((messageLimit) => ({
		parameters: create({ ...main, additionalFields: { messageLimit } }),
		says: 'Message Limit: must be a whole number from 1 to 10000',
	})),
	{
		parameters: create({ ...main, name: 'x'.repeat(256) }),
		says: 'Name: has 256 characters; Altur takes at most 255',
	},
	{
		parameters: create({ ...main, additionalFields: { timezone: 'Mexico' } }),
		says: 'Timezone: "Mexico" is not a valid time zone',
	},
	{
		parameters: create({ ...main, integrationType: 'sms' }),
		says: 'Channel: "sms" is not a channel; the values are phone_call and whatsapp',
	},
	{
		parameters: withCycles({ maxIterations: 3 }),
		says: 'Max Iterations: Altur ignores it unless Cycles › Enabled is there and on',
	},
	{
		parameters: withCycles({ enabled: true, mode: 'sometimes' }),
		says: 'Mode: "sometimes" is not a mode',
	},
	...[{}, { mode: 'cooldown' }].map((mode) => ({
		parameters: withCycles({ enabled: true, ...mode, scheduleStartDate: '2026-12-01' }),
		says: 'Schedule Start Date: Altur takes it only where Cycles › Mode is Scheduled',
	})),
	{
		parameters: withCycles({
			enabled: true,
			mode: 'scheduled',
			scheduleStartDate: '2026-12-02',
			scheduleEndDate: '2026-12-01',
		}),
		says: 'Schedule Start Date: is after Schedule End Date',
	},
	{
		parameters: withCycles({
			enabled: true,
			mode: 'scheduled',
			schedule: { hours: [{ days: ['lunes'] }] },
		}),
		says: 'Schedule: "lunes" is no weekday',
	},
	{
		parameters: withCycles({ cooldownMinutes: 'often' }),
		says: 'Cooldown Minutes: must be a whole number',
	},
	{ parameters: withCycles({ maxIterations: -3 }), says: 'Max Iterations: must be a whole number' },
	{
		parameters: withHours({ startTime: '9am' }),
		says: 'Scheduling: "9am" is no time of day; write it like 09:00',
	},
	{
		parameters: withHours({ startTime: '18:00', stopTime: '09:00' }),
		says: 'Scheduling: From 18:00 is not before To 09:00',
	},
	{
		parameters: withHours({ days: ['monday'] }),
		says: 'Scheduling: "monday" is no weekday',
	},
	{
		parameters: withHours({ days: ['mon'] }, { days: ['mon'] }),
		says: 'Scheduling: Monday is named twice',
	},
	{ parameters: get({ campaignId: 'Q2' }), says: 'Campaign: "Q2" is no such ID' },
	{
		parameters: update({ campaignId: 1234, updateFields: { description: '' } }),
		says: 'Update Fields: there is nothing to update',
	},
	...[
		[{ agentId: picked(agentId) }, 'Agent'],
		[{ integrationId }, 'Integration ID'],
		[{ integrationType: 'whatsapp' }, 'Channel'],
		[{ cycles: { enabled: false } }, 'Enabled'],
		[{ cycles: { mode: 'scheduled' } }, 'Mode'],
	].map(([changes, title]) => ({
		parameters: update({ campaignId: 1234, updateFields: { retries: 1, ...(changes as object) } }),
		says: `${String(title)}: Altur never changes it after a campaign's creation`,
	})),
	...lifecycle.map((step) => ({
		parameters: of('campaign', step)({ campaignId: '1234/x' }),
		says: 'Campaign: "1234/x" is no such ID; it is a whole number',
	})),
];
