import type { INodeProperties } from 'n8n-workflow';
import { agent } from '../../fields';
import { cyclesField } from './cycles';
import { schedulingField } from './scheduling';

/** What a campaign cannot do without. That Altur requires these three is an assumption of ours. */
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
	{
		displayName: 'Integration ID',
		name: 'integrationId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 3f2a6c1e-9b7d-4a58-8e0c-5d1f7b9a2c64',
		description:
			"The phone line or WhatsApp channel the campaign uses, by its ID in Altur. Campaign › Get shows an existing campaign's.",
	},
];

/** What may be said about a campaign besides. */
export const planFields: INodeProperties[] = [
	cyclesField,
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
		description: 'What the agent says first',
	},
	{
		displayName: 'Message Limit',
		name: 'messageLimit',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'The limit of messages that Altur keeps for the campaign',
	},
	{
		displayName: 'Retries',
		name: 'retries',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How often Altur tries a contact again who was not reached',
	},
	schedulingField,
	{
		displayName: 'Template',
		name: 'template',
		type: 'string',
		default: '',
		placeholder: 'e.g. payment_reminder',
		description: 'The message template, as Altur names it',
	},
	{
		displayName: 'Template Alt',
		name: 'templateAlt',
		type: 'string',
		default: '',
		placeholder: 'e.g. payment_reminder_short',
		description: 'The alternative message template, as Altur names it',
	},
	{
		displayName: 'Timezone',
		name: 'timezone',
		type: 'string',
		default: '',
		placeholder: 'e.g. America/Mexico_City',
		description: 'The time zone of the schedule. Without it, Altur decides.',
	},
];
