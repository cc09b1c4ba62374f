import type { Operation } from '../../../shared/contract/operation';
import { hasId, present } from '../../../shared/values/json';
import { somethingIn, uuid } from '../../../shared/values/read';
import { displayName, endUserId, info } from './fields';

/** Source: Altur's page "PUT /enduser/{id}", which updates the details that the body names. */
export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an end user',
		description: 'Change the name of a person, or what agents should know about them',
	},
	repeat: 'safe',
	isAcceptance: hasId,
	properties: [
		endUserId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'What to change. A field left empty is not sent.',
			options: [displayName, info],
		},
	],
	request: (read) => {
		const changes = read.within('updateFields');
		return {
			method: 'PUT',
			url: `/enduser/${uuid(read, 'endUserId')}`,
			body: somethingIn(
				present({
					display_name: changes.optionalText('displayName').trim(),
					info: changes.optionalText('info'),
				}),
				read.label('updateFields'),
			),
		};
	},
};
