import { AlturApi } from '../../credentials/AlturApi.credentials.ts';
import { Altur } from '../../nodes/Altur/Altur.node.ts';
import { startSandbox } from '../../sandbox/start.mts';
import type { FullSandbox } from '../../sandbox/start.mts';
import { runNode } from './engine.mts';
import type { Job, Ran } from './engine.mts';

export const goodKey = 'sandbox-altur-key';

/** Runs the Altur node in n8n's engine against a sandbox. */
export const altur = async (
	sandbox: { url: string },
	job: Omit<Job, 'node' | 'credentials'> & { key?: string; baseUrl?: string },
): Promise<Ran> =>
	await runNode({
		...job,
		node: new Altur(),
		credentials: {
			types: { alturApi: new AlturApi() },
			data: {
				alturApi: {
					apiKey: job.key ?? goodKey,
					baseUrl: job.baseUrl ?? `${sandbox.url}/altur/api/v1.0`,
					webhookSecret: '',
				},
			},
		},
	});

/** A sandbox that is up for all tests of a file and forgets between them. */
export function sandboxForTests(): { readonly url: string; readonly it: FullSandbox } {
	let sandbox: FullSandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ speed: 1000 });
	});
	afterEach(() => sandbox.reset());
	afterAll(async () => await sandbox.close());
	return {
		get url() {
			return sandbox.url;
		},
		get it() {
			return sandbox;
		},
	};
}
