import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../shared/contract/operation';
import { campaign } from '../../fields';
import { contactId } from './fields';
import { contactUrl } from './url';

/** Source: Altur's page "GET /campaigns/{id}/contacts/{contact_id}", whose answer wraps the contact. */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a contact',
		description: 'Retrieve a contact of a campaign: its status and what was learned from it',
	},
	repeat: 'safe',
	properties: [campaign, contactId],
	request: (read) => ({ method: 'GET', url: contactUrl(read) }),
	output: (body) => ((body as IDataObject).contact ?? body) as IDataObject,
};
