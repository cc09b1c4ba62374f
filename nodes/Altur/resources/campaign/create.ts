import type { Operation } from '../../../shared/contract/operation';
import { hasId } from '../../../shared/values/json';
import { uuid } from '../../../shared/values/read';
import { campaignIn } from './answer';
import { mainFields, planFields } from './fields';
import { planOf } from './plan';

/** Source: Altur's page "POST /campaigns". */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a campaign',
		description: 'Set up a campaign. Nobody is called before it has contacts and is activated.',
	},
	repeat: 'never',
	properties: [
		...mainFields,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: planFields,
		},
	],
	request: (read) => ({
		method: 'POST',
		url: '/campaigns',
		body: {
			name: read.text('name'),
			agent_id: uuid(read, 'agentId'),
			integration_id: read.text('integrationId'),
			...planOf(read.within('additionalFields')),
		},
	}),
	isAcceptance: (body) => hasId(campaignIn(body)),
	output: campaignIn,
};
