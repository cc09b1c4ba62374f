import { picker } from '../shared/fields';

export const agent = picker({
	displayName: 'Agent',
	name: 'agentId',
	search: 'searchAgents',
	placeholder: 'e.g. 8f14e45f-ceea-4672-b3a1-0d4c7a5b1f2e',
	description:
		'The agent that talks. The list shows agents that a campaign uses; any other goes in by its ID.',
});
