import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listFor } from '../shared/lists/listIn';
import { isFound } from '../shared/lists/search';
import { ask } from '../shared/send/lookUp';
import { asObject, plainText } from '../shared/values/json';
import { exactText } from '../shared/values/sendable';
import { vendor } from './vendor';

interface Page {
	campaigns?: unknown;
	pagination?: { has_next?: boolean; next_cursor?: unknown };
}

type Entry = INodeListSearchResult['results'][number];

/** Pages read for one look at the list: an empty answer would end the editor's scrolling. */
const PAGES_A_LOOK = 10;
const ENOUGH = 20;

/** Where the next look goes on. The agents shown so far travel with it: n8n strings the pages together. */
interface Token {
	cursor?: string;
	shown: Array<string | number>;
}

const tokenOf = (text?: string): Token => (text ? (JSON.parse(text) as Token) : { shown: [] });

/** Without an ID there is nothing to choose. */
function entryFor({ id, name }: IDataObject): Entry | undefined {
	const value = exactText(id);
	return value ? { name: plainText(name) ?? value, value } : undefined;
}

async function search(
	context: ILoadOptionsFunctions,
	filter: string,
	token: string | undefined,
	entryOf: (campaign: IDataObject) => Entry | undefined,
): Promise<INodeListSearchResult> {
	let { cursor } = tokenOf(token);
	const shown = new Set(tokenOf(token).shown);
	const results: Entry[] = [];
	for (let page = 0; page < PAGES_A_LOOK && results.length < ENOUGH; page++) {
		const qs: IDataObject = { pageSize: 100, ...(cursor ? { cursor } : {}) };
		const request = { method: 'GET', url: '/campaigns', qs } as const;
		const { campaigns, pagination } = asObject(await ask(context, vendor, request)) as Page;
		for (const campaign of listFor(context, campaigns)) {
			const entry = entryOf(asObject(campaign));
			if (!entry || shown.has(String(entry.value))) continue;
			if (!isFound(`${entry.name} ${entry.value}`, filter)) continue;
			shown.add(String(entry.value));
			results.push(entry);
		}
		cursor = pagination?.has_next ? plainText(pagination.next_cursor) : undefined;
		if (cursor === undefined) break;
	}
	const next = JSON.stringify({ cursor, shown: [...shown] } satisfies Token);
	return { results, paginationToken: cursor === undefined ? undefined : next };
}

/** Agents for the form. Altur documents no list of agents; its campaigns name theirs. An assumption of ours. */
export async function searchAgents(
	this: ILoadOptionsFunctions,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const found = await search(this, filter, token, ({ agent }) => entryFor(asObject(agent)));
	found.results.sort((a, b) => a.name.localeCompare(b.name));
	return found;
}

/** Campaigns for the form, in Altur's own order. */
export async function searchCampaigns(
	this: ILoadOptionsFunctions,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	return await search(this, filter, token, entryFor);
}
