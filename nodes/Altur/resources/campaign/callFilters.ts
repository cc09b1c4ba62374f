import type { INodeProperties } from 'n8n-workflow';
import { endDate, startDate } from '../../fields';

/** What the calls of a campaign can be narrowed by. */
export const callFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Answered By',
			name: 'answeredBy',
			type: 'options',
			default: 'human',
			options: [
				{ name: 'Human', value: 'human' },
				{ name: 'Machine', value: 'machine' },
				{ name: 'Unknown', value: 'unknown' },
			],
			description: 'Only calls that were answered so',
		},
		{
			...endDate,
			description:
				"Only calls up to this time. Without an offset it is in the workflow's time zone; a date alone counts to the end of the day.",
		},
		{
			...startDate,
			description:
				"Only calls from this time on. Without an offset it is in the workflow's time zone.",
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 'ended',
			options: [
				{ name: 'Busy', value: 'busy' },
				{ name: 'Ended', value: 'ended' },
				{ name: 'Failed', value: 'failed' },
				{ name: 'In Progress', value: 'in-progress' },
				{ name: 'No Answer', value: 'no-answer' },
			],
			description: 'Only calls that came to this',
		},
	],
};
