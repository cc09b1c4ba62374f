import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listFor } from '../shared/lists/listIn';
import { isFound } from '../shared/lists/search';
import { ask } from '../shared/send/lookUp';
import { asObject, isUuid, plainText } from '../shared/values/json';
import { exactText } from '../shared/values/sendable';
import { vendor } from './vendor';

/** A list names no line, so each campaign costs a request of its own: with the list's, ten a look. */
const CAMPAIGNS_A_LOOK = 9;

/** Where the next look goes on, and the lines shown so far: campaigns share them. */
interface Token {
	cursor?: string;
	shown: string[];
}

/** What another field of the form holds; nothing where it is an expression. */
function held(context: ILoadOptionsFunctions, name: string): string | undefined {
	const field = context.getCurrentNodeParameter(name) as unknown;
	const value = typeof field === 'object' && field !== null ? (field as IDataObject).value : field;
	return typeof value === 'string' && value !== '' && !value.startsWith('=') ? value : undefined;
}

/** The campaigns of the form's agent and channel; of all where the form does not say. */
function campaignsAsked(context: ILoadOptionsFunctions, cursor?: string): IDataObject {
	const agentId = held(context, 'agentId');
	const integration = held(context, 'integrationType');
	return {
		pageSize: CAMPAIGNS_A_LOOK,
		...(agentId && isUuid(agentId) ? { agentId } : {}),
		...(integration ? { integration } : {}),
		...(cursor ? { cursor } : {}),
	};
}

/** One campaign's line, named by the campaign: that a line has a name is not documented. */
async function lineOf(context: ILoadOptionsFunctions, id: string) {
	const url = `/campaigns/${encodeURIComponent(id)}`;
	const body = asObject(await ask(context, vendor, { method: 'GET', url }));
	const { name, integration } = asObject(body.campaign ?? body);
	const value = exactText(asObject(integration).id);
	return value && { name: `${plainText(name) ?? 'A campaign'} (${value})`, value };
}

/** Lines for the form. Altur documents no list of them; the details of campaigns name theirs. */
export async function searchLines(
	this: ILoadOptionsFunctions,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const { cursor, shown } = (token ? JSON.parse(token) : { shown: [] }) as Token;
	const request = { method: 'GET', url: '/campaigns', qs: campaignsAsked(this, cursor) } as const;
	const { campaigns, pagination } = asObject(await ask(this, vendor, request));
	const results: INodeListSearchResult['results'] = [];
	for (const one of listFor(this, campaigns).slice(0, CAMPAIGNS_A_LOOK)) {
		const id = exactText(asObject(one).id);
		const line = id ? await lineOf(this, id) : undefined;
		if (!line || shown.includes(line.value) || !isFound(line.name, filter)) continue;
		shown.push(line.value);
		results.push(line);
	}
	const { has_next: hasNext, next_cursor: next } = asObject(pagination);
	const further = hasNext ? plainText(next) : undefined;
	const paginationToken =
		further === undefined ? undefined : JSON.stringify({ cursor: further, shown } satisfies Token);
	return { results, paginationToken };
}
