import type { INodeProperties } from 'n8n-workflow';
import { campaign, defaultCountryCode, phoneNumber, realPeople } from '../../fields';
import { extractedDataField } from './extractedData';

/** What is told about a contact. */
export const addFields: INodeProperties[] = [
	realPeople('If the campaign is active, Altur goes on to reach the people you add.'),
	campaign,
	phoneNumber('The number the campaign reaches'),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Context',
				name: 'context',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. Owes 1,200 pesos since May',
				description: 'What the agent should know about this person',
			},
			{
				displayName: 'External ID',
				name: 'externalId',
				type: 'string',
				default: '',
				placeholder: 'e.g. user_12345',
				description:
					'Your own ID of this person; Altur gives it back as f_id with every call and event',
			},
			extractedDataField,
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Sofía Hernández',
				description: 'Name of the person',
			},
		],
	},
];

export const addOptions: INodeProperties[] = [
	defaultCountryCode,
	{
		displayName: 'If Duplicate',
		name: 'ifDuplicate',
		type: 'options',
		default: 'skip',
		options: [
			{ name: 'Skip', value: 'skip', description: 'The contact in the campaign stays as it is' },
			{ name: 'Update', value: 'update', description: 'The contact gets the values of this row' },
		],
		description: 'What Altur does where the campaign has this number already',
	},
];
