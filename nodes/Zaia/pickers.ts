import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { isFound } from '../shared/lists/search';
import { ask, listFor } from '../shared/send/lookUp';
import { asObject, isUuid, plainText } from '../shared/values/json';
import { nameOf } from './rows';
import { vendor } from './vendor';

const PAGE_SIZE = 100;

/** Zaia's own default: a page with fewer rows is the last, one with more may have been cut short by Zaia. */
const SMALLEST_PAGE = 10;

/** A list that knows no search is read on until something fits, but no further than this. */
const MOST_PAGES = 10;

interface Listing {
	url: string;
	qs?: IDataObject;
	/** True where Zaia itself searches. */
	searches?: boolean;
	idOf?: (row: IDataObject) => unknown;
}

/** One page for the form, or as many as it takes to find something. */
async function search(
	context: ILoadOptionsFunctions,
	{ url, qs, searches, idOf = ({ id }) => id }: Listing,
	filter: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim();
	const query: IDataObject = { ...qs, pageSize: PAGE_SIZE };
	if (searches && wanted) query.search = wanted;
	let pageNumber = Number(token ?? 1);
	for (let page = 0; ; page++, pageNumber++) {
		const body = await ask(context, vendor, { method: 'GET', url, qs: { ...query, pageNumber } });
		const rows = listFor(context, body).map(asObject);
		const results = rows
			.map((row) => ({ name: nameOf(row), value: plainText(idOf(row)) ?? '' }))
			.filter(({ name, value }) => value && (searches || isFound(`${name} ${value}`, wanted)));
		const isLast = rows.length < SMALLEST_PAGE;
		if (isLast) return { results };
		if (results.length > 0 || page + 1 >= MOST_PAGES)
			return { results, paginationToken: String(pageNumber + 1) };
	}
}

/** The ID that another picker of the form holds; nothing where it is empty or an expression. */
function chosen(context: ILoadOptionsFunctions, name: string): string | undefined {
	const field = context.getCurrentNodeParameter(name) as unknown;
	const value = typeof field === 'object' && field !== null ? (field as IDataObject).value : field;
	return typeof value === 'string' && isUuid(value) ? value : undefined;
}

export async function searchChannels(
	this: ILoadOptionsFunctions,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	return await search(this, { url: '/api/v1/channels', searches: true }, filter, token);
}

/** Chats, of the chosen channel where there is one. */
export async function searchChats(
	this: ILoadOptionsFunctions,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const channelIds = chosen(this, 'channelId');
	const qs = channelIds ? { channelIds } : {};
	return await search(this, { url: '/api/v1/chats', qs }, filter, token);
}

/** Threads of the chosen chat. */
export async function searchThreads(
	this: ILoadOptionsFunctions,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const chatId = chosen(this, 'chatId');
	if (chatId)
		return await search(this, { url: '/api/v1/chat-threads', qs: { chatId } }, filter, token);
	throw new NodeOperationError(this.getNode(), 'The list needs a chat.', {
		description: 'Choose one under Chat, or switch the field from "From List" and type the ID.',
	});
}

/** Responders as senders. That a responder's ID is its super identity's is an assumption of ours. */
export async function searchSenders(
	this: ILoadOptionsFunctions,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const idOf = ({ superIdentityId, id }: IDataObject) => superIdentityId ?? id;
	const url = '/api/v1/super-identities/responders';
	return await search(this, { url, searches: true, idOf }, filter, token);
}
