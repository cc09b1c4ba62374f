import type { Operation } from '../../../shared/contract/operation';
import { hasId, present } from '../../../shared/values/json';
import { somethingIn } from '../../../shared/values/read';
import { campaign } from '../../fields';
import { countedId } from '../../ids';
import { adviceOn } from './advice';
import { campaignIn } from './answer';
import { changedCycles } from './cycles';
import { updateFields } from './fields';
import { refuseImmutable } from './immutable';
import { nameOf, planOf } from './plan';

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
			description:
				"What to change. A field left empty is not sent. Altur never changes a campaign's agent, line and channel.",
			options: updateFields,
		},
	],
	request: (read) => {
		const changes = read.within('updateFields');
		refuseImmutable(changes, ['agentId', 'integrationId', 'integrationType']);
		const body = present({
			name: nameOf(changes),
			...planOf(changes),
			cycles: changedCycles(changes),
		});
		return {
			method: 'PATCH',
			url: `/campaigns/${countedId(read, 'campaignId')}`,
			body: somethingIn(body, read.label('updateFields')),
		};
	},
	isAcceptance: (body) => hasId(campaignIn(body)),
	output: campaignIn,
	adviceOn,
};
