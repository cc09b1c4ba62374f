/** What was learned from earlier answers: an ID or two to ask for. */
export type Known = Record<string, string | undefined>;

/** One read of a vendor's API. */
export interface Probe {
	/** As in the contract; names in braces come from what is known. */
	path: string;
	query?: Record<string, string>;
	/** What later probes need of the answer. */
	learn?: (body: Json) => Known;
}

/** JSON of which nobody knows the shape yet. */
export interface Json {
	[key: string]: Json | undefined;
}

/** A vendor that can be looked at with a real key. */
export interface LiveVendor {
	contract: string;
	/** Environment variables for the key and, if not the vendor's own, the address. */
	keyVariable: string;
	baseUrlVariable: string;
	headers: (key: string) => Record<string, string>;
	/** Where the vendor serves its own OpenAPI document, if it does. */
	description?: string;
	probes: Probe[];
}

const text = (value: Json | undefined): string | undefined =>
	value === undefined || value === null ? undefined : String(value as unknown);

const first = (list: Json | undefined): Json | undefined => list?.[0];

const list = (path: string, learn?: Probe['learn']): Probe => ({
	path: `/api/v1/${path}`,
	query: { pageSize: '1' },
	learn,
});

/** All reads are GET requests: nothing here can change anything at a vendor. */
export const liveVendors: Record<string, LiveVendor> = {
	altur: {
		contract: 'sandbox/altur/contract.yaml',
		keyVariable: 'ALTUR_API_KEY',
		baseUrlVariable: 'ALTUR_BASE_URL',
		headers: (key) => ({ authorization: `api-key ${key.replace(/^api-key\s+/i, '')}` }),
		probes: [
			{
				path: '/campaigns',
				query: { pageSize: '1' },
				learn: ({ campaigns }) => ({ id: text(first(campaigns)?.id) }),
			},
			{ path: '/campaigns/{id}' },
			{
				path: '/campaigns/{id}/contacts',
				query: { pageSize: '1' },
				learn: ({ contacts }) => ({ contact_id: text(first(contacts)?.id) }),
			},
			{ path: '/campaigns/{id}/contacts/{contact_id}' },
			{
				path: '/campaigns/{id}/calls',
				query: { pageSize: '1' },
				learn: ({ calls }) => ({ id: text(first(calls)?.id) }),
			},
			{
				path: '/call/{id}',
				learn: ({ thread }) => ({
					id: text(thread?.id),
					thread_id: text(thread?.id),
					end_user_id: text(thread?.end_user?.id),
				}),
			},
			{ path: '/thread/{id}', learn: ({ end_user }) => ({ id: text(end_user?.id) }) },
			{ path: '/message/{thread_id}' },
			{ path: '/enduser/{id}' },
		],
	},
	gurusup: {
		contract: 'sandbox/gurusup/contract.yaml',
		keyVariable: 'GURUSUP_API_KEY',
		baseUrlVariable: 'GURUSUP_BASE_URL',
		headers: (key) => ({ 'x-api-key': key }),
		probes: [
			{
				path: '/threads',
				learn: (body) => ({ thread_fid_hash: text(first(body)?.thread) }),
			},
			{
				path: '/threads/{thread_fid_hash}',
				learn: ({ messages }) => {
					const message = first(messages);
					return { message_id: text(message?._id ?? message?.id) };
				},
			},
			{ path: '/messages/{message_id}' },
		],
	},
	zaia: {
		contract: 'sandbox/zaia/contract.yaml',
		keyVariable: 'ZAIA_API_KEY',
		baseUrlVariable: 'ZAIA_BASE_URL',
		headers: (key) => ({ authorization: key }),
		description: '/openapi',
		probes: [
			list('agents'),
			list('squads'),
			list('channels'),
			list('external-users'),
			list('super-identities/responders'),
			list('chat-message-follow-ups'),
			list('chats', (body) => ({ chatId: text(first(body)?.id) })),
			{ path: '/api/v1/chat-threads', query: { pageSize: '1', chatId: '{chatId}' } },
			{
				path: '/api/v1/chat-messages',
				query: { chatId: '{chatId}', 'pagination[limit]': '1' },
				learn: (body) => ({ id: text(first(body)?.ticketId) }),
			},
			{ path: '/api/v1/tickets/{id}/details' },
		],
	},
};
