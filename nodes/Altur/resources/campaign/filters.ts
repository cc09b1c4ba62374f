import type { INodeProperties } from 'n8n-workflow';
import { agent, endDate, optional, startDate } from '../../fields';
import { channelOptions } from './channel';

/** What a listing of campaigns can be narrowed by. */
export const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{ ...optional(agent), description: 'Only campaigns of this agent' },
		{
			...endDate,
			description:
				"Only campaigns of the time up to this one; needs Start Date as well. Without an offset it is in the workflow's time zone; a date alone counts to the end of the day.",
		},
		{
			displayName: 'Integration',
			name: 'integration',
			type: 'options',
			default: 'phone_call',
			options: channelOptions,
			description: 'Only campaigns that reach people this way',
		},
		{
			...startDate,
			description:
				"Only campaigns of the time from this one on; needs End Date as well. Without an offset it is in the workflow's time zone.",
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 'active',
			options: [
				{ name: 'Active', value: 'active' },
				{ name: 'Cooldown', value: 'cooldown' },
				{ name: 'Finished', value: 'finished' },
				{ name: 'Inactive', value: 'inactive' },
				{ name: 'Pending', value: 'pending' },
				{ name: 'Ready', value: 'ready' },
			],
			description: 'Only campaigns in this state',
		},
	],
};
