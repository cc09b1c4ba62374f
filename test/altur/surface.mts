import { inside, listed, operation } from '../form/surfaceGrammar.mts';
import type { ActionSurface, VendorSurface } from '../form/surfaceGrammar.mts';

const statuses = ['active', 'cooldown', 'finished', 'inactive', 'pending', 'ready'];

const callOptions = inside(
	'options',
	'allowSameNumber callOncePer checkOnly defaultCountryCode callingHours.days callingHours.exceptDates callingHours.from callingHours.timezone callingHours.to',
);
const called = inside('additionalFields', 'context displayName initialMessage');
const waiting = inside('options', 'includeTranscript maxWaitMinutes pollIntervalSeconds');

const hours = (name: string) =>
	['days', 'startTime', 'stopTime'].map((field) => `${name}.hours.${field}`).join(' ');
const cycles = `cycles.cooldownMinutes cycles.enabled cycles.filterStatuses cycles.filterTags cycles.maxIterations cycles.mode ${hours('cycles.schedule')} cycles.scheduleEndDate cycles.scheduleStartDate`;
const plan = `${cycles} description firstMessage messageLimit retries ${hours('scheduling')} template templateAlt timezone`;
const extracted = 'extractedData.field.name extractedData.field.value extractedData.object.json';

const operations: ActionSurface = {
	call: {
		create: operation('never', 'agentId* phoneNumber*', called, callOptions),
		createAndWait: operation('never', 'agentId* phoneNumber*', called, callOptions, waiting),
		get: operation('safe', 'callId*'),
		getTranscript: operation('safe', 'callId*'),
		getRecording: operation('safe', 'callId* binaryPropertyName*'),
	},
	campaign: {
		activate: operation('never', 'campaignId*'),
		archive: operation('safe', 'campaignId*'),
		create: operation(
			'keyed',
			'name* agentId* integrationType integrationId*',
			inside('additionalFields', plan),
		),
		get: operation('safe', 'campaignId* simplify'),
		getAll: operation(
			'safe',
			`${listed} simplify`,
			inside('filters', 'agentId endDate integration startDate status'),
		),
		getCalls: operation(
			'safe',
			`campaignId* ${listed}`,
			inside('filters', 'answeredBy endDate startDate status'),
		),
		pause: operation('safe', 'campaignId*'),
		resume: operation('safe', 'campaignId*'),
		update: operation(
			'safe',
			'campaignId*',
			inside('updateFields', `name agentId integrationId integrationType ${plan}`),
		),
	},
	contact: {
		add: operation(
			'keyed',
			'campaignId* phoneNumber*',
			inside('additionalFields', `context externalId ${extracted} name`),
			inside('options', 'defaultCountryCode ifDuplicate'),
		),
		delete: operation('safe', 'campaignId* contactId*'),
		get: operation('safe', 'campaignId* contactId*'),
		getAll: operation('safe', `campaignId* ${listed}`, inside('filters', 'status')),
	},
	endUser: {
		create: operation('never', 'displayName*', inside('additionalFields', 'info')),
		get: operation('safe', 'endUserId*'),
		update: operation('safe', 'endUserId*', inside('updateFields', 'displayName info')),
	},
	message: {
		getAll: operation('safe', `threadId* ${listed}`),
		send: operation('never', 'agentId* endUserId* content* simplify'),
	},
	thread: { get: operation('safe', 'threadId* simplify') },
};

/** What outsiders depend on, by permanent names; written by hand on purpose. */
export const surface: VendorSurface = {
	action: { name: 'altur', credential: 'alturApi', operations },
	triggers: {
		alturTrigger: {
			credential: 'alturApi',
			fields: {
				events: ['on_call_end'],
				'options.answeredBy': ['human'],
				'options.callStatuses': ['ended'],
				'options.campaignStatuses': ['finished'],
				'options.direction': ['outbound'],
				'options.ignoreRepeats': true,
				'options.signatureFormat': 'base64',
				'options.tags': '',
			},
			values: {
				events: ['on_call_end', 'campaign.cycle_completed', 'campaign.status_changed'],
				'options.answeredBy': ['human', 'machine', 'unknown'],
				'options.callStatuses': ['ended', 'busy', 'no-answer', 'failed'],
				'options.campaignStatuses': statuses,
				'options.direction': ['inbound', 'outbound'],
				'options.signatureFormat': ['base64', 'hex'],
			},
		},
	},
	credentials: {
		alturApi: { apiKey: '', baseUrl: 'https://api.altur.io/api/v1.0', webhookSecret: '' },
	},
	defaults: {
		binaryPropertyName: 'data',
		'options.allowSameNumber': false,
		'options.callOncePer': '',
		'options.checkOnly': false,
		'options.ifDuplicate': 'skip',
		'options.includeTranscript': false,
		integrationType: 'phone_call',
		'options.maxWaitMinutes': 15,
		'options.pollIntervalSeconds': 5,
		'options.requestsPerSecond': 10,
	},
	choices: {
		'filters.answeredBy': ['human', 'machine', 'unknown'],
		'filters.integration': ['phone_call', 'whatsapp'],
		'additionalFields.cycles.mode': ['cooldown', 'scheduled'],
		integrationType: ['phone_call', 'whatsapp'],
		'options.ifDuplicate': ['skip', 'update'],
	},
};
