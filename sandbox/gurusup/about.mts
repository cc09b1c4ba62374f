import { first, text } from '../live/probes.mts';
import type { AboutVendor } from '../shared/about.mts';
import { guruSupKey, guruSupPrefix } from './address.mts';

/** What others must know of the vendor to reach it, here or live. All reads are GET requests. */
export const about: AboutVendor = {
	title: 'GuruSup',
	credential: {
		type: 'guruSupApi',
		data: (origin) => ({ apiKey: guruSupKey, baseUrl: `${origin}${guruSupPrefix}` }),
	},
	live: {
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
};
