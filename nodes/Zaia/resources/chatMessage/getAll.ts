import type { Operation } from '../../../shared/contract/operation';
import { present } from '../../../shared/values/json';
import { uuid } from '../../../shared/values/read';
import { chat, narrowingChannel, optionalThread } from '../../fields';
import { ids, oneOf, unknownValues } from '../../filters';
import { rowsOf } from '../../rows';

const MOST = 1_000;

const filters = [
	oneOf('joins', 'Joins', 'What Zaia adds to each message', {
		'chat-message-follow-ups': 'Follow-Ups',
		senders: 'Senders',
	}),
	ids('ticketIds', 'Ticket IDs', 'Only messages that belong to these tickets'),
];

/** Source: Zaia's page "Chat Messages"; limit and joins: its reference. How the limit is written is an assumption. */
export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many chat messages',
		description: 'Retrieve the messages of a chat',
	},
	repeat: 'safe',
	properties: [
		narrowingChannel,
		chat,
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MOST },
			default: 50,
			description: 'Max number of results to return',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{ ...optionalThread, description: 'Only messages of this thread' },
				...filters.map(({ field }) => field),
			],
		},
	],
	request: (read) => {
		const within = read.within('filters');
		const [joins, ticketIds] = filters.map(({ value }) => value(within));
		return {
			method: 'GET',
			url: '/api/v1/chat-messages',
			qs: present({
				chatId: uuid(read, 'chatId'),
				chatThreadId: within.has('chatThreadId') ? uuid(within, 'chatThreadId') : undefined,
				ticketIds,
				joins,
				pagination: { limit: read.count('limit', 1, MOST) },
			}),
		};
	},
	run: (read, request) => {
		const notes = unknownValues(filters, read.within('filters'));
		const limit = read.count('limit', 1, MOST);
		return async (send, host) => {
			for (const note of notes) host.hint(note);
			const rows = rowsOf((await send(request)).body);
			if (rows.length >= limit) {
				host.hint('There may be more results. Raise Limit, or narrow by filters.');
			}
			return rows.map((json) => ({ json }));
		};
	},
};
