import { items, of, ok, picked, typed } from '../case.mts';
import type { Case, Refusal } from '../case.mts';
import { agentId, campaign, integration, simpleCampaign } from './samples.mts';

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
};

const plan = {
	cycles: {
		cooldownMinutes: 90,
		enabled: true,
		filterStatuses: ['failed', 'voicemail'],
		filterTags: 'call_later, payment_promise',
		maxIterations: 3,
	},
	description: 'People who are 30 days late',
	firstMessage: 'Hello, this is Diana of Crédito Norte.',
	messageLimit: 3,
	retries: 2,
	scheduling: {
		hours: [
			{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], startTime: '9:00', stopTime: '18:00' },
			{ days: ['sat'], startTime: '10:00', stopTime: '14:00' },
		],
	},
	template: 'payment_reminder',
	templateAlt: 'payment_reminder_short',
	timezone: 'America/Mexico_City',
};

const workday = { startTime: '09:00', stopTime: '18:00', active: true };
const planned = {
	description: 'People who are 30 days late',
	timezone: 'America/Mexico_City',
	retries: 2,
	message_limit: 3,
	first_message: 'Hello, this is Diana of Crédito Norte.',
	template: 'payment_reminder',
	template_alt: 'payment_reminder_short',
	scheduling: {
		mon: workday,
		tue: workday,
		wed: workday,
		thu: workday,
		fri: workday,
		sat: { startTime: '10:00', stopTime: '14:00', active: true },
		sun: { startTime: '09:00', stopTime: '18:00', active: false },
	},
	cycles: {
		enabled: true,
		max_iterations: 3,
		cooldown_minutes: 90,
		filter_statuses: ['failed', 'voicemail'],
		filter_tags: ['call_later', 'payment_promise'],
	},
};

const wrapped = ok({ success: true, campaign });
const posted = (body: unknown) => ({ method: 'POST', path: '/campaigns', body });
const patched = (body: unknown) => ({ method: 'PATCH', path: '/campaigns/1234', body });

export const campaignCases: Case[] = [
	{
		title: 'minimal',
		parameters: create(main),
		exchanges: [[posted(smallest), wrapped]],
		output: items(campaign),
	},
	{
		title: 'full',
		parameters: create({ ...main, agentId: picked(agentId), additionalFields: plan }),
		exchanges: [[posted({ ...smallest, ...planned }), wrapped]],
		output: items(campaign),
	},
	{
		title: 'zeros and a switched-off repetition are values',
		parameters: create({
			...main,
			additionalFields: { retries: 0, messageLimit: 0, cycles: { enabled: false } },
		}),
		exchanges: [
			[posted({ ...smallest, retries: 0, message_limit: 0, cycles: { enabled: false } }), wrapped],
		],
		output: items(campaign),
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
			updateFields: { ...main, agentId: picked(agentId), ...plan },
		}),
		exchanges: [[patched({ ...smallest, ...planned }), wrapped]],
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
		says: 'Retries: must be a whole number from 0 to 1000000',
	},
	{
		parameters: create({ ...main, additionalFields: { messageLimit: -1 } }),
		says: 'Message Limit: must be a whole number',
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
	{
		parameters: update({ campaignId: 1234, updateFields: { agentId: 'Diana' } }),
		says: 'Agent: "Diana" is no UUID',
	},
	...lifecycle.map((step) => ({
		parameters: of('campaign', step)({ campaignId: '1234/x' }),
		says: 'Campaign: "1234/x" is no such ID; it is a whole number',
	})),
];
