import type { IDataObject } from 'n8n-workflow';
import { BadInput } from '../../../shared/contract/failure';
import { simplifyField } from '../../../shared/form/fields';
import { listFields } from '../../../shared/lists/fields';
import { rangeOf } from '../../../shared/values/dates';
import type { Operation } from '../../../shared/contract/operation';
import { paged } from '../../../shared/lists/paginate';
import type { Reader } from '../../../shared/contract/reader';
import { asObject, isObject, present } from '../../../shared/values/json';
import { uuid } from '../../../shared/values/read';
import { simpleCampaign } from './answer';
import { filters } from './filters';

interface Page {
	campaigns?: IDataObject[];
	pagination?: { has_next?: boolean; next_cursor?: string | null };
}

/** Altur takes the two dates only together. */
function createdBetween(read: Reader): { start?: string; end?: string } {
	const range = rangeOf(read, 'startDate', 'endDate');
	if ((range.start === undefined) === (range.end === undefined)) return range;
	const [set, missing] = range.start ? ['startDate', 'endDate'] : ['endDate', 'startDate'];
	throw new BadInput(
		`Filters › ${read.label(missing)}`,
		`is empty; Altur takes ${read.label(set)} only together with it`,
	);
}

/** Source: Altur's page "GET /campaigns": pages of up to 100, each naming the cursor of the next. */
export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many campaigns',
		description: 'Retrieve a list of campaigns',
	},
	repeat: 'safe',
	properties: [...listFields, filters, simplifyField],
	request: (read) => {
		const asked = read.within('filters');
		const { start, end } = createdBetween(asked);
		const qs = present({
			agentId: asked.has('agentId') ? uuid(asked, 'agentId') : undefined,
			status: asked.optionalText('status'),
			integration: asked.optionalText('integration'),
			startDate: start,
			endDate: end,
		});
		return { method: 'GET', url: '/campaigns', qs };
	},
	run: paged({
		largest: 100,
		query: (pageSize, cursor) => present({ pageSize, cursor }),
		rows: (body, read) => {
			const { campaigns } = asObject(body) as Page;
			if (!read.flag('simplify') || !Array.isArray(campaigns)) return campaigns as IDataObject[];
			// What is no campaign stays as it is: it must not come out as an empty one.
			return campaigns.map((one) => (isObject(one) ? simpleCampaign(one) : one));
		},
		next: (body) => {
			const { pagination } = asObject(body) as Page;
			return pagination?.has_next ? (pagination.next_cursor ?? undefined) : undefined;
		},
	}),
};
