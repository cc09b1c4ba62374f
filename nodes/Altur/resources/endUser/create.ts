import type { Operation } from '../../../shared/contract/operation';
import { hasId, present } from '../../../shared/values/json';
import { displayName, info } from './fields';

/** Source: Altur's page "POST /enduser". */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an end user',
		description: 'Add a person whom agents can talk to',
	},
	repeat: 'never',
	isAcceptance: hasId,
	properties: [
		{ ...displayName, required: true },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [info],
		},
	],
	request: (read) => ({
		method: 'POST',
		url: '/enduser',
		body: present({
			display_name: read.text('displayName'),
			info: read.within('additionalFields').optionalText('info'),
		}),
	}),
};
