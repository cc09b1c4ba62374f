import type { Operation } from '../../../shared/contract/operation';
import { campaign } from '../../fields';
import { contactId } from './fields';
import { contactUrl } from './url';

/** Source: Altur's page "DELETE /campaigns/{id}/contacts/{contact_id}". */
export const remove: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a contact',
		description: 'Take a contact off the list of a campaign, while it is in queue or failed',
	},
	repeat: 'safe',
	mayAnswerNothing: true,
	isAcceptance: ({ deleted }) => deleted !== false,
	properties: [campaign, contactId],
	request: (read) => ({ method: 'DELETE', url: contactUrl(read) }),
	output: () => ({ deleted: true }),
	adviceOn: ({ status }) =>
		status === 409 ? 'Altur deletes a contact only while it is in queue or failed.' : undefined,
};
