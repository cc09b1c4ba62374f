import { picker } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { hasId } from '../../../shared/values/json';
import { uuid } from '../../../shared/values/read';

const channel = picker({
	displayName: 'Channel',
	name: 'channelId',
	search: 'searchChannels',
	placeholder: 'e.g. 0b9f8c1e-4d2a-4f6b-8a57-3c1d9e7f2b40',
	description: 'The channel on which the user writes, as a UUID',
});

/**
 * Source: Zaia's reference, POST /api/v1/external-users/authenticate: all four keys must be there, three may
 * be null. The answer carries a secret of the user, which is dropped on arrival unless it is asked for.
 */
export const authenticate: Operation = {
	option: {
		name: 'Authenticate',
		value: 'authenticate',
		action: 'Authenticate an external user',
		description:
			'Get an external user by its ID, external ID or identifier, with the superIdentityId that a chat message takes as its sender',
	},
	repeat: 'never',
	isAcceptance: (body) => hasId(body) || Boolean(body.superIdentityId),
	properties: [
		channel,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'External ID',
					name: 'externalId',
					type: 'string',
					default: '',
					placeholder: 'e.g. crm-20817',
					description: 'Your own reference for the user. Empty: sent as null.',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. 5d3c2b1a-7e6f-4a5b-9c8d-1e2f3a4b5c6d',
					description: "Zaia's ID of the user, as a UUID. Empty: sent as null.",
				},
				{
					displayName: 'Identifier',
					name: 'identifier',
					type: 'string',
					default: '',
					placeholder: 'e.g. sofia@example.com',
					description: 'What the channel knows the user by. Empty: sent as null.',
				},
			],
		},
		{
			displayName: 'Include Access Token',
			name: 'includeAccessToken',
			type: 'boolean',
			default: false,
			description:
				"Whether the output holds the user's access token. It is a secret: n8n stores outputs with the execution.",
		},
	],
	request: (read) => {
		const more = read.within('additionalFields');
		const given = (name: string) => more.optionalText(name).trim() || null;
		return {
			method: 'POST',
			url: '/api/v1/external-users/authenticate',
			drop: read.flag('includeAccessToken') ? [] : ['accessToken'],
			body: {
				channelId: uuid(read, 'channelId'),
				externalId: given('externalId'),
				id: more.has('id') ? uuid(more, 'id') : null,
				identifier: given('identifier'),
			},
		};
	},
};
