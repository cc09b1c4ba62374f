import { troubleKinds } from './faults.mts';
import { defaultSettings } from './settings.mts';

const settingSchemas = Object.fromEntries(
	Object.entries(defaultSettings).map(([name, value]) => [name, { type: typeof value }]),
);

/** Changed settings: only known names, with values of their kind. */
export const settingsBody = {
	type: 'object',
	additionalProperties: false,
	properties: { ...settingSchemas, record: { enum: ['all', 'counts'] } },
};

/** An order of a fault. */
export const faultBody = {
	type: 'object',
	additionalProperties: false,
	required: ['vendor', 'fault'],
	properties: {
		vendor: { type: 'string' },
		method: { type: 'string' },
		path: { type: 'string' },
		times: { type: 'integer', minimum: 1 },
		fault: {
			type: 'object',
			additionalProperties: false,
			required: ['kind'],
			properties: {
				kind: { enum: troubleKinds },
				status: { type: 'integer', minimum: 200, maximum: 599 },
				body: {},
				headers: { type: 'object', additionalProperties: { type: 'string' } },
				seconds: { type: 'number' },
				retryAfter: { type: 'string' },
				to: { type: 'string' },
				delayMs: { type: 'number' },
				carriedOut: { type: 'boolean' },
			},
			if: { properties: { kind: { const: 'status' } } },
			then: { required: ['status'] },
		},
	},
};
