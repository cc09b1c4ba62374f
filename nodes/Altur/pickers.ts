import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { ask } from '../shared/ask';
import { vendor } from './vendor';

interface Campaigns {
	campaigns?: Array<{ agent?: { id?: string; name?: string } }>;
	pagination?: { has_next?: boolean; next_cursor?: string | null };
}

/**
 * Agents for the form. Altur documents no list of agents; its campaigns name theirs, which is the only
 * listing that does. One page of campaigns a call; n8n asks for the next while the user scrolls.
 */
export async function searchAgents(
	this: ILoadOptionsFunctions,
	filter = '',
	cursor?: string,
): Promise<INodeListSearchResult> {
	const qs: IDataObject = { pageSize: 100, ...(cursor ? { cursor } : {}) };
	const { campaigns = [], pagination } = (await ask(this, vendor, {
		method: 'GET',
		url: '/campaigns',
		qs,
	})) as Campaigns;
	const names = new Map(
		campaigns.flatMap(({ agent }) => (agent?.id ? [[agent.id, agent.name]] : [])),
	);
	const wanted = filter.toLowerCase();
	return {
		results: [...names]
			.map(([value, name]) => ({ name: name ?? value ?? '', value: value ?? '' }))
			.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted))
			.sort((a, b) => a.name.localeCompare(b.name)),
		paginationToken: pagination?.has_next ? (pagination.next_cursor ?? undefined) : undefined,
	};
}
