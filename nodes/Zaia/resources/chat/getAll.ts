import { ids, oneOf, period } from '../../filters';
import { listing } from '../../list';

/** Source: Zaia's reference, GET /api/v1/chats. */
export const getAll = listing({
	of: 'chats',
	url: '/api/v1/chats',
	description: 'Retrieve the chats of the workspace',
	filters: [
		ids('channelIds', 'Channel IDs', 'Only chats of these channels'),
		oneOf('channelTypes', 'Channel Types', 'Only chats of channels of these types', {
			api: 'API',
			instagram: 'Instagram',
			waha: 'WAHA',
			whatsapp: 'WhatsApp',
			widget: 'Widget',
		}),
		...period(
			['lastChatMessageCreatedAtStart', 'Last Message After'],
			['lastChatMessageCreatedAtEnd', 'Last Message Before'],
		),
		ids('ownerIds', 'Owner IDs', 'Only chats of these owners'),
	],
});
