import type { Operation } from '../../../shared/contract/operation';
import { hasId, present } from '../../../shared/values/json';
import { uuid } from '../../../shared/values/read';
import { adviceOn } from './advice';
import { campaignIn } from './answer';
import { channelOf, checkChannel } from './channel';
import { newCycles } from './cycles';
import { additionalFields, mainFields } from './fields';
import { nameOf, planOf } from './plan';

/** Source: Altur's page "POST /campaigns", which takes an Idempotency-Key. */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a campaign',
		description: 'Set up a campaign. Nobody is called before it has contacts and is activated.',
	},
	repeat: 'keyed',
	keyHeader: 'Idempotency-Key',
	properties: [
		...mainFields,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: additionalFields,
		},
	],
	request: (read) => {
		read.text('name');
		const channel = channelOf(read);
		const more = read.within('additionalFields');
		checkChannel(more, channel);
		return {
			method: 'POST',
			url: '/campaigns',
			body: {
				name: nameOf(read),
				agent_id: uuid(read, 'agentId'),
				integration_id: read.text('integrationId'),
				integration_type: channel,
				...present({ ...planOf(more), cycles: newCycles(more) }),
			},
		};
	},
	isAcceptance: (body) => hasId(campaignIn(body)),
	output: campaignIn,
	adviceOn,
};
