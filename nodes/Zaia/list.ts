import type { INodeProperties } from 'n8n-workflow';
import { listFields } from '../shared/lists/fields';
import type { Operation } from '../shared/contract/operation';
import { paged, wantedOf } from '../shared/lists/paginate';
import type { Reader } from '../shared/contract/reader';
import { present } from '../shared/values/json';
import { unknownValues } from './filters';
import type { Filter } from './filters';
import { paging } from './paging';

/** What distinguishes one list from another. */
export interface List {
	/** What is listed, in the plural: "chat threads". */
	of: string;
	url: string;
	description: string;
	/** Fields above "Return All", and what they send. */
	properties?: INodeProperties[];
	query?: (read: Reader) => Record<string, unknown>;
	filters?: Filter[];
}

function filtersField(filters: Filter[]): INodeProperties[] {
	if (filters.length === 0) return [];
	return [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: filters
				.map(({ field }) => field)
				.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
		},
	];
}

/** The "Get Many" of a list. */
export function listing({
	of,
	url,
	description,
	properties,
	query,
	filters = [],
}: List): Operation {
	const pages = paged(paging);
	return {
		option: { name: 'Get Many', value: 'getAll', action: `Get many ${of}`, description },
		repeat: 'safe',
		properties: [...(properties ?? []), ...listFields, ...filtersField(filters)],
		request: (read) => {
			wantedOf(read);
			const within = read.within('filters');
			const asked = filters.map(({ field, value }) => [field.name, value(within)]);
			return {
				method: 'GET',
				url,
				qs: present({ ...query?.(read), ...Object.fromEntries(asked) }),
			};
		},
		run: (read, request) => {
			const all = pages(read, request);
			const notes = unknownValues(filters, read.within('filters'));
			return async (send, host) => {
				for (const note of notes) host.hint(note);
				return await all(send, host);
			};
		},
	};
}
