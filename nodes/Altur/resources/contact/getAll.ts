import { listFields } from '../../../shared/lists/fields';
import type { Operation } from '../../../shared/contract/operation';
import { paged } from '../../../shared/lists/paginate';
import { present } from '../../../shared/values/json';
import { campaign } from '../../fields';
import { countedId } from '../../ids';
import { byIndex } from '../../pages';
import { contactStatuses } from './statuses';

/** Source: Altur's page "GET /campaigns/{id}/contacts". */
export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many contacts',
		description: 'Retrieve the contacts of a campaign',
	},
	repeat: 'safe',
	properties: [
		campaign,
		...listFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					default: 'failed',
					options: contactStatuses,
					description: 'Only contacts in this state',
				},
			],
		},
	],
	request: (read) => ({
		method: 'GET',
		url: `/campaigns/${countedId(read, 'campaignId')}/contacts`,
		qs: present({ status: read.within('filters').optionalText('status') }),
	}),
	run: paged(byIndex('contacts')),
};
