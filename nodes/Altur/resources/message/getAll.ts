import { listFields } from '../../../shared/fields';
import { inOneAnswer } from '../../../shared/paginate';
import type { Operation } from '../../../shared/operation';
import { pathId } from '../../../shared/values';
import { threadId } from '../thread/fields';

/** Source: Altur's page "GET /message/{thread_id}": all messages of a thread in one array, without paging. */
export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many messages',
		description: 'Retrieve the messages of a thread',
	},
	repeat: 'safe',
	properties: [threadId, ...listFields],
	request: (read) => ({ method: 'GET', url: `/message/${pathId(read, 'threadId')}` }),
	run: inOneAnswer,
};
