import type { Operation } from '../../../shared/contract/operation';
import { uuid } from '../../../shared/values/read';
import { endUserId } from './fields';

/** Source: Altur's page "GET /enduser/{id}". */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an end user',
		description: 'Retrieve a person whom agents can talk to',
	},
	repeat: 'safe',
	properties: [endUserId],
	request: (read) => ({ method: 'GET', url: `/enduser/${uuid(read, 'endUserId')}` }),
};
