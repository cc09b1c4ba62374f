import { ids, oneOf } from '../../filters';
import { listing } from '../../list';

/** Source: Zaia's reference, GET /api/v1/squads. */
export const getAll = listing({
	of: 'squads',
	url: '/api/v1/squads',
	description: 'Retrieve the squads of the workspace',
	filters: [
		ids('agentIds', 'Agent IDs', 'Only squads with these agents'),
		oneOf('joins', 'Joins', 'What Zaia adds to each squad', { agents: 'Agents' }),
	],
});
