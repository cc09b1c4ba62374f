import { ids, oneOf, search } from '../../filters';
import { listing } from '../../list';

/** Source: Zaia's reference, GET /api/v1/agents. */
export const getAll = listing({
	of: 'agents',
	url: '/api/v1/agents',
	description: 'Retrieve the AI agents of the workspace',
	filters: [
		oneOf('joins', 'Joins', 'What Zaia adds to each agent', { squads: 'Squads' }),
		search,
		ids('squadIds', 'Squad IDs', 'Only agents of these squads'),
	],
});
