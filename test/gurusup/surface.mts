import { inside, listed, operation } from '../form/surfaceGrammar.mts';
import type { ActionSurface, VendorSurface } from '../form/surfaceGrammar.mts';

const operations: ActionSurface = {
	message: {
		create: operation(
			'never',
			'body* userFid* threadFid*',
			inside('additionalFields', 'isCustomerSupportAgent lang subject'),
		),
		get: operation('safe', 'messageId*'),
	},
	thread: {
		get: operation('safe', 'identifyBy threadId*'),
		getAll: operation('safe', listed),
	},
};

/** What outsiders depend on, by permanent names; written by hand on purpose. */
export const surface: VendorSurface = {
	action: { name: 'guruSup', credential: 'guruSupApi', operations },
	triggers: {
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
	},
	credentials: { guruSupApi: { apiKey: '', baseUrl: 'https://api.gurusup.com/api/v1' } },
	defaults: {
		'additionalFields.isCustomerSupportAgent': false,
		identifyBy: 'threadFid',
		'options.requestsPerSecond': 0,
	},
	choices: { identifyBy: ['hash', 'threadFid'] },
};
