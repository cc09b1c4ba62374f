import type { INodeProperties } from 'n8n-workflow';
import { agent, line, optional } from '../../fields';
import { byChannel, channelField } from './channel';
import { changedCyclesField, newCyclesField } from './cyclesFields';
import { immutable } from './immutable';
import { schedulingField } from './scheduling';

/** What a campaign cannot do without. That Altur requires these four is an assumption of ours. */
export const mainFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. November reminders',
		description: 'What the campaign is called in Altur',
	},
	agent,
	channelField,
	line,
];

const nameField = mainFields[0];

/** What may be said about a campaign besides. */
const planFields: INodeProperties[] = [
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. People who are 30 days late',
		description: 'A note for those who look at the campaign in Altur',
	},
	{
		displayName: 'First Message',
		name: 'firstMessage',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Hello, this is Diana of Crédito Norte.',
		description: 'What the agent says first. Phone calls only.',
	},
	{
		displayName: 'Message Limit',
		name: 'messageLimit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10_000 },
		default: 1000,
		description: 'The limit of messages that Altur keeps for the campaign, from 1 to 10,000',
	},
	{
		displayName: 'Retries',
		name: 'retries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 5 },
		default: 0,
		description: 'How often Altur tries a contact again who was not reached, from 0 to 5',
	},
	schedulingField,
	{
		displayName: 'Template',
		name: 'template',
		type: 'string',
		default: '',
		placeholder: 'e.g. payment_reminder',
		description: 'The message template, as Altur names it. WhatsApp only.',
	},
	{
		displayName: 'Template Alt',
		name: 'templateAlt',
		type: 'string',
		default: '',
		placeholder: 'e.g. payment_reminder_short',
		description: 'The alternative message template, as Altur names it. WhatsApp only.',
	},
	{
		displayName: 'Timezone',
		name: 'timezone',
		type: 'string',
		default: '',
		placeholder: 'e.g. America/Mexico_City',
		description: 'The time zone of the schedule. Without it, Altur takes America/Mexico_City.',
	},
];

const byTitle = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName, 'en');

/** What Create takes besides: for each channel its own. */
export const additionalFields = byChannel([newCyclesField, ...planFields]);

/** What Update takes. A campaign's channel is not known here, so it offers the fields of both. */
export const updateFields = [
	optional(nameField),
	changedCyclesField,
	...planFields,
	immutable('Agent', 'agentId'),
	immutable('Channel', 'integrationType'),
	immutable('Integration ID', 'integrationId'),
].sort(byTitle);
