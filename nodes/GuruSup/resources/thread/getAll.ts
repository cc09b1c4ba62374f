import { listFields } from '../../../shared/lists/fields';
import type { Operation } from '../../../shared/contract/operation';
import { inOneAnswer } from '../../../shared/lists/paginate';

/** Source: GuruSup's page, "GET /threads": all threads of the organisation in one array, without paging. */
export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many threads',
		description: "Retrieve the organisation's conversations, without their messages",
	},
	repeat: 'safe',
	properties: listFields,
	request: () => ({ method: 'GET', url: '/threads' }),
	run: inOneAnswer,
};
