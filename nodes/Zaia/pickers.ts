import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { listFor } from '../shared/lists/listIn';
import { sizeAfter } from '../shared/lists/paginate';
import { isFound } from '../shared/lists/search';
import { ask } from '../shared/send/lookUp';
import { asObject, isUuid } from '../shared/values/json';
import { exactText } from '../shared/values/sendable';
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

/** Where a look at a list goes on: the page, its size, and whether Zaia's own search found nothing. */
interface Place {
	page: number;
	size: number;
	isOurs: boolean;
}

function placeOf(token = ''): Place {
	const [page, size, ours] = token.split(' ');
	return { page: Number(page) || 1, size: Number(size) || PAGE_SIZE, isOurs: ours === 'ours' };
}

function tokenOf({ page, size, isOurs }: Place): string {
	if (isOurs) return `${page} ${size} ours`;
	return size === PAGE_SIZE ? String(page) : `${page} ${size}`;
}

/** One page for the form, or as many as it takes to find something. */
async function search(
	context: ILoadOptionsFunctions,
	{ url, qs, searches = false, idOf = ({ id }) => id }: Listing,
	filter: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim();
	let { page, size, isOurs } = placeOf(token);
	for (let asked = 1; ; asked++) {
		const isZaias = searches && wanted !== '' && !isOurs;
		const query: IDataObject = { ...qs, pageSize: size, pageNumber: page };
		if (isZaias) query.search = wanted;
		const body = await ask(context, vendor, { method: 'GET', url, qs: query });
		const rows = listFor(context, body).map(asObject);
		const results = rows
			.map((row) => ({ name: nameOf(row), value: exactText(idOf(row)) ?? '' }))
			.filter(({ name, value }) => value && (isZaias || isFound(`${name} ${value}`, wanted)));
		// To Zaia "Sofia" may be another name than "Sofía": then the list itself is searched.
		isOurs ||= isZaias && page === 1 && rows.length === 0;
		if (isZaias && isOurs) continue;
		if (page === 1) size = sizeAfter(size, rows.length);
		if (rows.length < SMALLEST_PAGE) return { results };
		page += 1;
		if (results.length > 0 || asked >= MOST_PAGES)
			return { results, paginationToken: tokenOf({ page, size, isOurs }) };
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
