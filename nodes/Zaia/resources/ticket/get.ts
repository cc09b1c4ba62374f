import type { Operation } from '../../../shared/contract/operation';
import { uuid } from '../../../shared/values/read';

/** Source: Zaia's reference, GET /api/v1/tickets/{id}/details. */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a ticket',
		description: 'Retrieve a ticket with its details',
	},
	repeat: 'safe',
	properties: [
		{
			displayName: 'Ticket ID',
			name: 'ticketId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 9a4b1c6e-2f3d-4e5a-8b7c-6d5e4f3a2b1c',
			description: 'The ticket in Zaia, as a UUID',
		},
	],
	request: (read) => ({ method: 'GET', url: `/api/v1/tickets/${uuid(read, 'ticketId')}/details` }),
};
