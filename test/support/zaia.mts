import { ZaiaApi } from '../../credentials/ZaiaApi.credentials.ts';
import { Zaia } from '../../nodes/Zaia/Zaia.node.ts';
import { zaiaKey, zaiaPrefix } from '../../sandbox/zaia/address.mts';
import { runNode } from './engine.mts';
import type { Job, Ran } from './engine.mts';

/** Runs the Zaia node in n8n's engine against a sandbox; one item unless told. */
export const zaia = async (
	sandbox: { url: string },
	{
		key = zaiaKey,
		node = new Zaia(),
		baseUrl,
		...job
	}: Partial<Job> & Pick<Job, 'parameters'> & { key?: string; baseUrl?: string },
): Promise<Ran> =>
	await runNode({
		items: [{}],
		...job,
		node,
		credentials: {
			types: { zaiaApi: new ZaiaApi() },
			data: { zaiaApi: { apiKey: key, baseUrl: baseUrl ?? sandbox.url + zaiaPrefix } },
		},
	});
