import type { Operation } from '../../../shared/contract/operation';
import { hasId, present } from '../../../shared/values/json';
import { somethingIn, uuid } from '../../../shared/values/read';
import { campaign, optional } from '../../fields';
import { countedId } from '../../ids';
import { campaignIn } from './answer';
import { mainFields, planFields } from './fields';
import { planOf } from './plan';

/** Source: Altur's page "PATCH /campaigns/{id}", which changes the properties that the body names. */
export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a campaign',
		description: 'Change what a campaign says and when it reaches out',
	},
	repeat: 'safe',
	properties: [
		campaign,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'What to change. A field left empty is not sent.',
			options: [...mainFields.map(optional), ...planFields].sort((a, b) =>
				a.displayName.localeCompare(b.displayName, 'en'),
			),
		},
	],
	request: (read) => {
		const changes = read.within('updateFields');
		const body = present({
			name: changes.optionalText('name').trim(),
			agent_id: changes.has('agentId') ? uuid(changes, 'agentId') : undefined,
			integration_id: changes.optionalText('integrationId').trim(),
			...planOf(changes),
		});
		return {
			method: 'PATCH',
			url: `/campaigns/${countedId(read, 'campaignId')}`,
			body: somethingIn(body, read.label('updateFields')),
		};
	},
	isAcceptance: (body) => hasId(campaignIn(body)),
	output: campaignIn,
};
