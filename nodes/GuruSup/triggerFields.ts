import type { INodeProperties } from 'n8n-workflow';

/** The form of the trigger. */
export const triggerFields: INodeProperties[] = [
	{
		displayName:
			"Copy the production URL above into GuruSup's settings as its webhook. GuruSup must show the API key of the credential; anything else is refused.",
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Respond',
		name: 'responseMode',
		type: 'options',
		default: 'onReceived',
		description: 'When GuruSup gets its answer',
		options: [
			{
				name: 'Immediately',
				value: 'onReceived',
				description: 'As soon as the workflow has started, with an empty body',
			},
			{
				name: 'When Last Node Finishes',
				value: 'lastNode',
				description:
					"With the last node's items as a JSON array, or with status 500 if the workflow failed",
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Event Names',
				name: 'eventNames',
				type: 'string',
				default: '',
				placeholder: 'e.g. send_message',
				description:
					'Starts only for these events, separated by commas. The name is looked for in the fields event, event_type, eventType and type; other deliveries are answered with 200 and start nothing.',
			},
			{
				displayName: 'Include Headers',
				name: 'includeHeaders',
				type: 'boolean',
				default: false,
				description:
					'Whether to output { headers, body } instead of the body alone. Headers that carry keys are removed.',
			},
			{
				displayName: 'Repeat Key',
				name: 'repeatKey',
				type: 'string',
				default: '',
				placeholder: 'e.g. data.message_key',
				description:
					'Path of the field that identifies a delivery. A delivery whose value came before is answered with 200 and starts nothing. Take a field that differs for every message: with the ID of the thread, messages would be lost. Remembered for the last 50,000 deliveries in the memory of the n8n process: lost on a restart, not shared between webhook processors, not used by the test URL. Empty: every delivery counts.',
			},
		],
	},
];
