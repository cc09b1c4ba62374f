/** An operation as outsiders know it: permanent, because stored workflows hold these names. */
export interface Surface {
	repeat: 'never' | 'safe' | 'keyed';
	/** Paths of its fields; a "*" marks those that are required. */
	fields: string[];
}

type Node = Record<string, Record<string, Surface>>;

const inside = (collection: string, names: string): string[] =>
	names.split(' ').map((name) => `${collection}.${name}`);

const surface = (repeat: Surface['repeat'], fields = '', ...more: string[][]): Surface => ({
	repeat,
	fields: [...fields.split(' ').filter(Boolean), ...more.flat()],
});

const listed = 'returnAll limit';

const callOptions = inside(
	'options',
	'allowSameNumber callOncePer checkOnly defaultCountryCode callingHours.days callingHours.from callingHours.timezone callingHours.to',
);
const called = inside('additionalFields', 'context displayName initialMessage');
const waiting = inside('options', 'maxWaitMinutes pollIntervalSeconds');

const plan =
	'cycles.cooldownMinutes cycles.enabled cycles.filterStatuses cycles.filterTags cycles.maxIterations description firstMessage messageLimit retries scheduling.hours.days scheduling.hours.startTime scheduling.hours.stopTime template templateAlt timezone';
const extracted = 'extractedData.field.name extractedData.field.value extractedData.object.json';

const altur: Node = {
	call: {
		create: surface('never', 'agentId* phoneNumber*', called, callOptions),
		createAndWait: surface('never', 'agentId* phoneNumber*', called, callOptions, waiting),
		get: surface('safe', 'callId*'),
		getRecording: surface('safe', 'callId* binaryPropertyName*'),
	},
	campaign: {
		activate: surface('never', 'campaignId*'),
		archive: surface('safe', 'campaignId*'),
		create: surface('never', 'name* agentId* integrationId*', inside('additionalFields', plan)),
		get: surface('safe', 'campaignId* simplify'),
		getAll: surface(
			'safe',
			`${listed} simplify`,
			inside('filters', 'agentId endDate integration startDate status'),
		),
		getCalls: surface(
			'safe',
			`campaignId* ${listed}`,
			inside('filters', 'answeredBy endDate startDate status'),
		),
		pause: surface('safe', 'campaignId*'),
		resume: surface('safe', 'campaignId*'),
		update: surface(
			'safe',
			'campaignId*',
			inside('updateFields', `name agentId integrationId ${plan}`),
		),
	},
	contact: {
		add: surface(
			'keyed',
			'campaignId* phoneNumber*',
			inside('additionalFields', `context externalId ${extracted} name`),
			inside('options', 'defaultCountryCode ifDuplicate'),
		),
		delete: surface('safe', 'campaignId* contactId*'),
		get: surface('safe', 'campaignId* contactId*'),
		getAll: surface('safe', `campaignId* ${listed}`, inside('filters', 'status')),
	},
	endUser: {
		create: surface('never', 'displayName*', inside('additionalFields', 'info')),
		get: surface('safe', 'endUserId*'),
		update: surface('safe', 'endUserId*', inside('updateFields', 'displayName info')),
	},
	message: {
		getAll: surface('safe', `threadId* ${listed}`),
		send: surface('never', 'agentId* endUserId* content* simplify'),
	},
	thread: { get: surface('safe', 'threadId* simplify') },
};

const guruSup: Node = {
	message: {
		create: surface(
			'never',
			'body* userFid* threadFid*',
			inside('additionalFields', 'isCustomerSupportAgent lang subject'),
		),
		get: surface('safe', 'messageId*'),
	},
	thread: {
		get: surface('safe', 'identifyBy threadId*'),
		getAll: surface('safe', listed),
	},
};

const list = (filters = '', fields = ''): Record<string, Surface> => ({
	getAll: surface('safe', `${fields} ${listed}`, filters ? inside('filters', filters) : []),
});
const exported = inside('additionalFields', 'language rangeEnd');

const zaia: Node = {
	agent: list('joins search squadIds'),
	channel: list('responderIds search'),
	chat: list(
		'channelIds channelTypes lastChatMessageCreatedAtEnd lastChatMessageCreatedAtStart ownerIds',
	),
	chatMessage: {
		create: surface(
			'never',
			// channelId only narrows the list of chats and is not sent.
			'channelId chatId* chatThreadId content* senderId* role*',
			inside('additionalFields', 'externalId'),
		),
		export: surface('never', 'callbackUrl* rangeStart', exported),
		exportAndWait: surface('never', 'rangeStart', exported, inside('options', 'maxWaitMinutes')),
		getAll: surface(
			'safe',
			'channelId chatId* limit',
			inside('filters', 'chatThreadId joins ticketIds'),
		),
	},
	chatThread: list('', 'channelId chatId*'),
	externalUser: {
		...list('channelIds externalUserGroupIds'),
		authenticate: surface(
			'never',
			'channelId* includeAccessToken',
			inside('additionalFields', 'externalId id identifier'),
		),
	},
	followUp: list('chatIds chatMessageIds statuses triggerChatMessageIds'),
	responder: list('responderEntities search versionIds'),
	squad: list('agentIds joins'),
	ticket: { get: surface('safe', 'ticketId*') },
};

/** The action nodes by their type's name. Values are for ever; titles may change. */
export const surfaces: Record<string, Node> = { altur, guruSup, zaia };
