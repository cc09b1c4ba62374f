import { inside, listed, operation } from '../form/surfaceGrammar.mts';
import type { ActionSurface, Surface, VendorSurface } from '../form/surfaceGrammar.mts';

const list = (filters = '', fields = ''): Record<string, Surface> => ({
	getAll: operation('safe', `${fields} ${listed}`, filters ? inside('filters', filters) : []),
});
const exported = inside('additionalFields', 'language rangeEnd');

const operations: ActionSurface = {
	agent: list('joins search squadIds'),
	api: {
		call: operation('never', `endpoint* specifyFields fields body ${listed}`),
	},
	channel: list('responderIds search'),
	chat: list(
		'channelIds channelTypes lastChatMessageCreatedAtEnd lastChatMessageCreatedAtStart ownerIds',
	),
	chatMessage: {
		create: operation(
			'never',
			// channelId only narrows the list of chats and is not sent.
			'channelId chatId* chatThreadId content* senderId* role*',
			inside('additionalFields', 'externalId'),
		),
		export: operation('never', 'callbackUrl* rangeStart', exported),
		exportAndWait: operation('never', 'rangeStart', exported, inside('options', 'maxWaitMinutes')),
		getAll: operation(
			'safe',
			'channelId chatId* limit',
			inside('filters', 'chatThreadId joins ticketIds'),
		),
	},
	chatThread: list('', 'channelId chatId*'),
	externalUser: {
		...list('channelIds externalUserGroupIds'),
		authenticate: operation(
			'never',
			'channelId* includeAccessToken',
			inside('additionalFields', 'externalId id identifier'),
		),
	},
	followUp: list('chatIds chatMessageIds statuses triggerChatMessageIds'),
	responder: list('responderEntities search versionIds'),
	squad: list('agentIds joins'),
	ticket: { get: operation('safe', 'ticketId*') },
};

/** What outsiders depend on, by permanent names; written by hand on purpose. */
export const surface: VendorSurface = {
	action: { name: 'zaia', credential: 'zaiaApi', operations },
	triggers: {
		zaiaTrigger: {
			fields: { event: 'exportReady', 'options.binaryData': false },
			values: { event: ['exportReady'] },
		},
	},
	credentials: { zaiaApi: { apiKey: '', baseUrl: 'https://api.endless.zaia.app' } },
	defaults: {
		includeAccessToken: false,
		specifyFields: 'fields',
		'options.maxWaitMinutes': 60,
		'options.requestsPerSecond': 0,
	},
	choices: {
		specifyFields: ['fields', 'json'],
		'filters.channelTypes': ['api', 'instagram', 'waha', 'whatsapp', 'widget'],
		'filters.responderEntities': ['agents', 'squads', 'workflows'],
		'filters.statuses': ['cancelled', 'failed', 'pending', 'sent'],
	},
};
