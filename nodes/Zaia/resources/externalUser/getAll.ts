import { ids } from '../../filters';
import { listing } from '../../list';

/** Source: Zaia's reference, GET /api/v1/external-users. */
export const getAll = listing({
	of: 'external users',
	url: '/api/v1/external-users',
	description: 'Retrieve the people who write to the agents',
	filters: [
		ids('channelIds', 'Channel IDs', 'Only users of these channels'),
		ids('externalUserGroupIds', 'External User Group IDs', 'Only users of these groups'),
	],
});
