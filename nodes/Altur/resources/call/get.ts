import type { Operation } from '../../../shared/operation';
import { pathId } from '../../../shared/values';

/** Source: Altur's page "GET /call/{id}". */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a call',
		description: 'Retrieve a call: its status, who answered, how long it lasted',
	},
	repeat: 'safe',
	properties: [
		{
			displayName: 'Call ID',
			name: 'callId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. cll_gBoLtd02pUI50QwXkFjB',
			description: 'The ID that Create answered with, or that an on_call_end event carries',
		},
	],
	request: (read) => ({ method: 'GET', url: `/call/${pathId(read, 'callId')}` }),
};
