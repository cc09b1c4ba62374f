import { first, text } from '../live/probes.mts';
import type { Probe } from '../live/probes.mts';
import type { AboutVendor } from '../shared/about.mts';
import { zaiaKey, zaiaPrefix } from './address.mts';

const list = (path: string, learn?: Probe['learn']): Probe => ({
	path: `/api/v1/${path}`,
	query: { pageSize: '1' },
	learn,
});

/** What others must know of the vendor to reach it, here or live. All reads are GET requests. */
export const about: AboutVendor = {
	title: 'Zaia',
	credential: {
		type: 'zaiaApi',
		data: (origin) => ({ apiKey: zaiaKey, baseUrl: `${origin}${zaiaPrefix}` }),
	},
	live: {
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
