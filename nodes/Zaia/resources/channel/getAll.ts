import { ids, search } from '../../filters';
import { listing } from '../../list';

/** Source: Zaia's reference, GET /api/v1/channels. */
export const getAll = listing({
	of: 'channels',
	url: '/api/v1/channels',
	description: 'Retrieve the channels on which people write to the agents',
	filters: [ids('responderIds', 'Responder IDs', 'Only channels with these responders'), search],
});
