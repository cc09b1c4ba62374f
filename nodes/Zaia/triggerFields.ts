import type { INodeProperties } from 'n8n-workflow';

/** The trigger's form. */
export const triggerFields: INodeProperties[] = [
	{
		displayName:
			'Give this node\'s production URL to "Chat Message › Export" as its Callback URL. Zaia documents no way to prove that a delivery is its own: keep the URL to yourself.',
		name: 'callbackNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		options: [
			{
				name: 'Export Ready',
				value: 'exportReady',
				description: 'An export of chat messages is delivered',
			},
		],
		default: 'exportReady',
		description:
			'What starts the workflow. JSON becomes items, anything else one file, and an empty delivery one item with isEmpty.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Binary Data',
				name: 'binaryData',
				type: 'boolean',
				default: false,
				description:
					'Whether to take every delivery as one file, JSON too. It is streamed, so that it may be larger than the payload limit of n8n (16 MB unless N8N_PAYLOAD_SIZE_MAX says otherwise).',
			},
		],
	},
];
