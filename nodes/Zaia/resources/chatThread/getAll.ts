import { uuid } from '../../../shared/values/read';
import { chat, narrowingChannel } from '../../fields';
import { listing } from '../../list';

/** Source: Zaia's reference, GET /api/v1/chat-threads: the chat is required. */
export const getAll = listing({
	of: 'chat threads',
	url: '/api/v1/chat-threads',
	description: 'Retrieve the threads of a chat',
	properties: [narrowingChannel, chat],
	query: (read) => ({ chatId: uuid(read, 'chatId') }),
});
