import type { INodeProperties } from 'n8n-workflow';
import { defaultCountryCode, phoneNumber } from '../../fields';

export const callId: INodeProperties = {
	displayName: 'Call ID',
	name: 'callId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. cll_gBoLtd02pUI50QwXkFjB',
	description: 'The ID that Create answered with, or that an on_call_end event carries',
};

/** What a call needs besides its agent. */
export const callFields: INodeProperties[] = [
	phoneNumber('The number to ring'),
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

/** In the week's order, which is easier to read than the alphabet's. */
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Options of operations that ring a phone. */
export const callOptions: INodeProperties[] = [
	{
		displayName: 'Allow Same Number',
		name: 'allowSameNumber',
		type: 'boolean',
		default: false,
		description:
			'Whether to call a number once for every row it is in, also in later rounds of a loop and when an AI agent asks for it again. When off, it is called once in one execution. With Call Once Per it is called once in any case.',
	},
	{
		displayName: 'Call Once Per',
		name: 'callOncePer',
		type: 'string',
		default: '',
		placeholder: 'e.g. November reminder',
		description:
			"A campaign name. Each number is called at most once per name in this workflow, also across executions, crashes and restarts; manual runs count, a copied workflow starts anew. If it is empty, the row is refused. It holds for queue workers that run at the same moment too, but not between two nodes of one workflow: use one node. Kept in n8n's database beside what a Remove Duplicates node at workflow scope keeps, so its Clear Deduplication History clears both.",
	},
	{
		displayName: 'Calling Hours',
		name: 'callingHours',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description:
			'Rows whose turn comes outside these hours are skipped, not called later. Without fields: Monday to Friday, 09:00 to 18:00, in the time zone of the workflow.',
		options: [
			{
				displayName: 'Days',
				name: 'days',
				type: 'multiOptions',
				default: ['mon', 'tue', 'wed', 'thu', 'fri'],
				options: WEEKDAYS.map((name) => ({ name, value: name.slice(0, 3).toLowerCase() })),
				description: 'Weekdays on which phones may ring',
			},
			{
				displayName: 'Except Dates',
				name: 'exceptDates',
				type: 'string',
				default: '',
				placeholder: 'e.g. 2026-12-25, 2027-01-01',
				description:
					'Days off on which no phone rings, as YYYY-MM-DD in the time zone of the hours: a list, or text with commas. Hours over midnight belong to the day they start on.',
			},
			{
				displayName: 'From',
				name: 'from',
				type: 'string',
				default: '09:00',
				placeholder: 'e.g. 09:00',
				description: 'First time of day at which a phone may ring',
			},
			{
				displayName: 'Timezone',
				name: 'timezone',
				type: 'string',
				default: '',
				placeholder: 'e.g. America/Mexico_City',
				description: "The time zone the hours are in. Empty: the workflow's.",
			},
			{
				displayName: 'To',
				name: 'to',
				type: 'string',
				default: '18:00',
				placeholder: 'e.g. 18:00',
				description: 'From this time on no phone rings',
			},
		],
	},
	{
		displayName: 'Check Only',
		name: 'checkOnly',
		type: 'boolean',
		default: false,
		description:
			'Whether to check and normalise every row without calling anyone. If an expression comes out empty, the row is refused.',
	},
	defaultCountryCode,
];
