import { listFields } from '../../../shared/lists/fields';
import { inOneAnswer } from '../../../shared/lists/paginate';
import type { Operation } from '../../../shared/contract/operation';
import { pathId } from '../../../shared/values/read';
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
