import { GuruSupApi } from '../../credentials/GuruSupApi.credentials.ts';
import { GuruSup } from '../../nodes/GuruSup/GuruSup.node.ts';
import { guruSupKey, guruSupPrefix } from '../../sandbox/gurusup/address.mts';
import { runNode } from './engine.mts';
import type { Job, Ran } from './engine.mts';

/** Runs the GuruSup node in n8n's engine against a sandbox; one item unless told. */
export const guruSup = async (
	sandbox: { url: string },
	{
		key = guruSupKey,
		baseUrl,
		...job
	}: Partial<Job> & Pick<Job, 'parameters'> & { key?: string; baseUrl?: string },
): Promise<Ran> =>
	await runNode({
		items: [{}],
		...job,
		node: new GuruSup(),
		credentials: {
			types: { guruSupApi: new GuruSupApi() },
			data: {
				guruSupApi: { apiKey: key, baseUrl: baseUrl ?? sandbox.url + guruSupPrefix },
			},
		},
	});
