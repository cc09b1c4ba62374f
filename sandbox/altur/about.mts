import { first, text } from '../live/probes.mts';
import type { AboutVendor } from '../shared/about.mts';
import { alturKey, alturPrefix, alturWebhookSecret } from './address.mts';

/** What others must know of the vendor to reach it, here or live. All reads are GET requests. */
export const about: AboutVendor = {
	title: 'Altur',
	credential: {
		type: 'alturApi',
		data: (origin) => ({
			apiKey: alturKey,
			baseUrl: `${origin}${alturPrefix}`,
			webhookSecret: alturWebhookSecret,
		}),
	},
	live: {
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
		onlyByWriting: [
			'POST /campaigns: that integration_type is required, and 400 INVALID_REQUEST for a field of the other channel',
			'POST /campaigns: the limits (name 255, retries 0 to 5, message_limit 1 to 10,000)',
			'POST /campaigns: how long an Idempotency-Key gives the first answer again',
			'POST /campaigns: whether cycles.schedule_start_date and schedule_end_date are dates alone',
			'PATCH /campaigns/{id}: IMMUTABLE_FIELD with its field, CYCLES_NOT_ENABLED, SCHEDULED_MODE_ONLY, 409 CAMPAIGN_FINISHED, and where in the answer the code stands',
			'POST /campaigns/{id}/{action}: INVALID_STATUS_TRANSITION, and 402 BILLING_LIMIT_REACHED',
			'POST /campaigns/{id}/contacts: what each result names',
			'POST /call and POST /message: what they answer, and when a call is "created"',
		],
	},
};
