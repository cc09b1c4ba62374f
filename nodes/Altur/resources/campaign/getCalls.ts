import { listFields } from '../../../shared/lists/fields';
import { rangeOf } from '../../../shared/values/dates';
import type { Operation } from '../../../shared/contract/operation';
import { paged } from '../../../shared/lists/paginate';
import { present } from '../../../shared/values/json';
import { campaign } from '../../fields';
import { countedId } from '../../ids';
import { byIndex } from '../../pages';
import { callFilters } from './callFilters';

/** Source: Altur's page "GET /campaigns/{id}/calls". Its `recording_url` is relative; Call › Get Recording takes the call's ID. */
export const getCalls: Operation = {
	option: {
		name: 'Get Calls',
		value: 'getCalls',
		action: 'Get the calls of a campaign',
		description: 'Retrieve the calls a campaign made, with the contact and the extracted data',
	},
	repeat: 'safe',
	properties: [campaign, ...listFields, callFilters],
	request: (read) => {
		const asked = read.within('filters');
		const { start, end } = rangeOf(asked, 'startDate', 'endDate');
		const qs = present({
			status: asked.optionalText('status'),
			answeredBy: asked.optionalText('answeredBy'),
			startDate: start,
			endDate: end,
		});
		return { method: 'GET', url: `/campaigns/${countedId(read, 'campaignId')}/calls`, qs };
	},
	run: paged(byIndex('calls')),
};
