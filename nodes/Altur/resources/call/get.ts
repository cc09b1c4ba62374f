import type { Operation } from '../../../shared/contract/operation';
import { pathId } from '../../../shared/values/read';
import { callId } from './fields';

/** Source: Altur's page "GET /call/{id}". */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a call',
		description: 'Retrieve a call: its status, who answered, how long it lasted',
	},
	repeat: 'safe',
	properties: [callId],
	request: (read) => ({ method: 'GET', url: `/call/${pathId(read, 'callId')}` }),
};
