import { ids, oneOf } from '../../filters';
import { listing } from '../../list';

/** Source: Zaia's reference, GET /api/v1/chat-message-follow-ups. */
export const getAll = listing({
	of: 'follow-ups',
	url: '/api/v1/chat-message-follow-ups',
	description: 'Retrieve messages that agents send on their own after a while',
	filters: [
		ids('chatIds', 'Chat IDs', 'Only follow-ups of these chats'),
		ids('chatMessageIds', 'Chat Message IDs', 'Only follow-ups of these messages'),
		oneOf('statuses', 'Statuses', 'Only follow-ups in these states', {
			cancelled: 'Cancelled',
			failed: 'Failed',
			pending: 'Pending',
			sent: 'Sent',
		}),
		ids(
			'triggerChatMessageIds',
			'Trigger Chat Message IDs',
			'Only follow-ups that these messages set off',
		),
	],
});
