import type { Operation } from '../../../shared/contract/operation';
import { pathId } from '../../../shared/values/read';

/** Source: GuruSup's page, "GET /messages/{message_id}": a MongoDB ObjectID or a string. */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a message',
		description: 'Retrieve a message by its ID',
	},
	repeat: 'safe',
	properties: [
		{
			displayName: 'Message ID',
			name: 'messageId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 6567a1b2c3d4e5f601234567',
			description: "The message's ID in GuruSup's database, as GuruSup answers it",
		},
	],
	request: (read) => ({ method: 'GET', url: `/messages/${pathId(read, 'messageId')}` }),
};
