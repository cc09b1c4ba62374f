import { listFields } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { limited, wantedOf } from '../../../shared/paginate';

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
	request: (read) => {
		wantedOf(read);
		return { method: 'GET', url: '/threads' };
	},
	output: (body, read) => limited(body, read),
};
