import type { INodeProperties } from 'n8n-workflow';

/** What a call needs besides its agent. */
export const callFields: INodeProperties[] = [
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +52 55 1234 5678',
		description:
			'The number to ring. Spaces, dashes, dots, parentheses, a leading 00 and number cells are fine; without a country code set Default Country Code under Options.',
	},
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
				placeholder: 'e.g. {"balance": "1200", "dueDate": "2026-12-01"}',
				description:
					'What the agent should know about this person: text, or an object (JSON or an expression)',
			},
			{
				displayName: 'Display Name',
				name: 'displayName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Sofía Hernández',
				description: 'Name of the person to call',
			},
			{
				displayName: 'Initial Message',
				name: 'initialMessage',
				type: 'string',
				default: '',
				placeholder: 'e.g. Hello, am I speaking with Sofía?',
				description: 'What the agent says when the call is answered',
			},
		],
	},
];

/** Options of operations that ring a phone. */
export const callOptions: INodeProperties[] = [
	{
		displayName: 'Allow Same Number',
		name: 'allowSameNumber',
		type: 'boolean',
		default: false,
		description:
			'Whether a number that stands in several rows of one run is called for each of them',
	},
	{
		displayName: 'Default Country Code',
		name: 'defaultCountryCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. +52',
		description:
			"Completes numbers of the country's national length that come without a country code. Anything that could be read in two ways is refused.",
	},
];
