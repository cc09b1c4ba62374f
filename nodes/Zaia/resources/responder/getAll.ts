import { ids, oneOf, search } from '../../filters';
import { listing } from '../../list';

/** Source: Zaia's reference, GET /api/v1/super-identities/responders. */
export const getAll = listing({
	of: 'responders',
	url: '/api/v1/super-identities/responders',
	description: 'Retrieve the agents, squads and workflows that can answer in a chat',
	filters: [
		oneOf('responderEntities', 'Responder Entities', 'Only responders of these kinds', {
			agents: 'Agents',
			squads: 'Squads',
			workflows: 'Workflows',
		}),
		search,
		ids('versionIds', 'Version IDs', 'Only responders of these versions'),
	],
});
