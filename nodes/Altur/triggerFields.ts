import type { INodeProperties } from 'n8n-workflow';

/** What holds for all filters of ended calls. */
const REST =
	'. None: for all. Other calls are answered and start nothing. No effect on the events of campaigns.';

/** The form of the trigger. */
export const triggerFields: INodeProperties[] = [
	{
		displayName:
			"Copy the production URL above into Altur's settings as a webhook, and the secret that Altur shows there into the credential. Without the secret the trigger does not start.",
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['on_call_end'],
		options: [
			{
				name: 'Call Ended',
				value: 'on_call_end',
				description: 'A call is over: with its transcript, tags and extracted data',
			},
			{
				name: 'Campaign Cycle Completed',
				value: 'campaign.cycle_completed',
				description: 'A campaign went once through its contacts',
			},
			{
				name: 'Campaign Status Changed',
				value: 'campaign.status_changed',
				description: 'A campaign became active, finished and so on; with its figures once finished',
			},
		],
		description:
			'Which events start the workflow. Altur sends what is chosen in its own settings; others are answered and start nothing.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Answered By',
				name: 'answeredBy',
				type: 'multiOptions',
				default: ['human'],
				options: [
					{ name: 'Human', value: 'human' },
					{ name: 'Machine', value: 'machine' },
					{ name: 'Unknown', value: 'unknown' },
				],
				description: `Call Ended starts the workflow only for calls that were answered by one of these${REST}`,
			},
			{
				displayName: 'Call Statuses',
				name: 'callStatuses',
				type: 'multiOptions',
				default: ['ended'],
				options: [
					{ name: 'Busy', value: 'busy' },
					{ name: 'Ended', value: 'ended' },
					{ name: 'Failed', value: 'failed' },
					{ name: 'No Answer', value: 'no-answer' },
				],
				description: `Call Ended starts the workflow only for calls with one of these final statuses${REST}`,
			},
			{
				displayName: 'Campaign Statuses',
				name: 'campaignStatuses',
				type: 'multiOptions',
				default: ['finished'],
				options: [
					{ name: 'Active', value: 'active' },
					{ name: 'Cooldown', value: 'cooldown' },
					{ name: 'Finished', value: 'finished' },
					{ name: 'Inactive', value: 'inactive' },
					{ name: 'Pending', value: 'pending' },
					{ name: 'Ready', value: 'ready' },
				],
				description:
					'Campaign Status Changed starts the workflow only for these new statuses. None chosen: for all. No effect unless Campaign Status Changed is among the Events.',
			},
			{
				displayName: 'Direction',
				name: 'direction',
				type: 'multiOptions',
				default: ['outbound'],
				options: [
					{ name: 'Inbound', value: 'inbound', description: 'Somebody called the agent' },
					{ name: 'Outbound', value: 'outbound', description: 'The agent called' },
				],
				description: `Call Ended starts the workflow only for calls in this direction${REST}`,
			},
			{
				displayName: 'Ignore Repeats',
				name: 'ignoreRepeats',
				type: 'boolean',
				default: true,
				description:
					'Whether to ignore an event that Altur delivers again. A later event of the same call that carries more (a transcript, a recording, tags) is not ignored. The last 50,000 are remembered in the memory of the n8n process, once they were taken: lost on a restart, not shared between webhook processors, not used by the test URL.',
			},
			{
				displayName: 'Signature Format',
				name: 'signatureFormat',
				type: 'options',
				default: 'base64',
				options: [
					{
						name: 'Base64',
						value: 'base64',
						description: 'The present way: the secret is Base64, and so is the signature',
					},
					{
						name: 'Hex',
						value: 'hex',
						description: 'The way of an older page: the secret is text, the signature in hex',
					},
				],
				description: 'How Altur signs. Change it only if every delivery is refused with 401.',
			},
			{
				displayName: 'Tags',
				name: 'tags',
				type: 'string',
				default: '',
				placeholder: 'e.g. payment_promise, call_later',
				description: `Call Ended starts the workflow only for calls that have one of these tags, separated by commas${REST}`,
			},
		],
	},
];
