/** What else outsiders depend on: types, triggers and credentials, by their permanent names. */
export const packageName = 'n8n-nodes-conversational-agents';

export const actionNodes = { altur: 'alturApi', guruSup: 'guruSupApi', zaia: 'zaiaApi' };

/** A trigger's fields by path with their defaults, and the credential it needs. */
interface Trigger {
	credential?: string;
	fields: Record<string, unknown>;
	/** What its lists of choices hold. */
	values: Record<string, string[]>;
}

const statuses = ['active', 'cooldown', 'finished', 'inactive', 'pending', 'ready'];

export const triggers: Record<string, Trigger> = {
	alturTrigger: {
		credential: 'alturApi',
		fields: {
			events: ['on_call_end'],
			'options.campaignStatuses': ['finished'],
			'options.ignoreRepeats': true,
			'options.signatureFormat': 'base64',
		},
		values: {
			events: ['on_call_end', 'campaign.cycle_completed', 'campaign.status_changed'],
			'options.campaignStatuses': statuses,
			'options.signatureFormat': ['base64', 'hex'],
		},
	},
	guruSupTrigger: {
		credential: 'guruSupApi',
		fields: {
			responseMode: 'onReceived',
			'options.eventNames': '',
			'options.includeHeaders': false,
			'options.repeatKey': '',
		},
		values: { responseMode: ['onReceived', 'lastNode'] },
	},
	zaiaTrigger: {
		fields: { event: 'exportReady', 'options.binaryData': false },
		values: { event: ['exportReady'] },
	},
};

/** Credentials with their fields in the form's order, and what those hold at first. */
export const credentials: Record<string, Record<string, string>> = {
	alturApi: { apiKey: '', baseUrl: 'https://api.altur.io/api/v1.0', webhookSecret: '' },
	guruSupApi: { apiKey: '', baseUrl: 'https://api.gurusup.com/api/v1' },
	zaiaApi: { apiKey: '', baseUrl: 'https://api.endless.zaia.app' },
};

/** Fields that a listing of the vendor can feed: pickers wherever they stand. */
export const pickers = [
	'agentId',
	'campaignId',
	'channelId',
	'chatId',
	'chatThreadId',
	'language',
	'role',
	'senderId',
];

/** What fields of action nodes hold at first, by node and path; the same in every operation. */
export const defaults: Record<string, Record<string, unknown>> = {
	altur: {
		binaryPropertyName: 'data',
		'options.allowSameNumber': false,
		'options.callOncePer': '',
		'options.checkOnly': false,
		'options.ifDuplicate': 'skip',
		'options.maxWaitMinutes': 15,
		'options.pollIntervalSeconds': 5,
		'options.requestsPerSecond': 10,
	},
	guruSup: {
		'additionalFields.isCustomerSupportAgent': false,
		identifyBy: 'threadFid',
		'options.requestsPerSecond': 0,
	},
	zaia: {
		includeAccessToken: false,
		'options.maxWaitMinutes': 60,
		'options.requestsPerSecond': 0,
	},
};

/** Likewise, in all action nodes. */
export const commonDefaults: Record<string, unknown> = {
	limit: 50,
	'options.concurrency': 5,
	'options.maxRetries': 3,
	returnAll: false,
	simplify: true,
};

/** What lists of choices hold that the vendors' documents name, by node and path. */
export const choices: Record<string, Record<string, string[]>> = {
	altur: {
		'filters.answeredBy': ['human', 'machine', 'unknown'],
		'filters.integration': ['phone_call', 'whatsapp'],
		'options.ifDuplicate': ['skip', 'update'],
	},
	guruSup: { identifyBy: ['hash', 'threadFid'] },
	zaia: {
		'filters.channelTypes': ['api', 'instagram', 'waha', 'whatsapp', 'widget'],
		'filters.responderEntities': ['agents', 'squads', 'workflows'],
		'filters.statuses': ['cancelled', 'failed', 'pending', 'sent'],
	},
};
