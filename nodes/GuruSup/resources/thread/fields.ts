import type { INodeProperties } from 'n8n-workflow';

/** How a thread is named: as the user knows it, or as GuruSup's path takes it. */
export const threadFields: INodeProperties[] = [
	{
		displayName: 'Identify By',
		name: 'identifyBy',
		type: 'options',
		default: 'threadFid',
		description: 'What you know of the thread',
		options: [
			{
				name: 'Hash',
				value: 'hash',
				description: 'The MD5 hash of the thread_fid, which GuruSup answers as "thread"',
			},
			{
				name: 'Thread FID',
				value: 'threadFid',
				description: 'The thread_fid that its messages carry. Its hash is made here.',
			},
		],
	},
	{
		displayName: 'Thread ID',
		name: 'threadId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. web-1001',
		description: 'The conversation: its thread_fid, or with Identify By set to Hash its MD5 hash',
	},
];
