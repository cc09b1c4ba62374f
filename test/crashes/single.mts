import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import getPort from 'get-port';

import { connectClient } from '../../host/client.mts';
import { startN8n } from '../../host/n8n.mts';
import { installPackage } from '../../host/pack.mts';
import { places } from '../../host/places.mts';
import { saveSandboxCredentials } from '../../host/sandboxCredentials.mts';
import { startSandbox } from '../../sandbox/start.mts';
import { inSqlite } from './stored.mts';
import { holdIn, patientClient, type World } from './world.mts';

/** One n8n with SQLite, as most people run it. */
export async function singleWorld(): Promise<World> {
	const userFolder = await mkdtemp(join(places.work, 'crashes-'));
	await installPackage(userFolder);
	const port = await getPort();
	const sandbox = await startSandbox();
	const env = holdIn(userFolder);
	let n8n = await startN8n({ userFolder, port, env });
	let isDown = false;
	const credentials = await saveSandboxCredentials(await connectClient(n8n.url), sandbox.url);
	return {
		sandbox,
		victim: 'n8n',
		holdFolder: userFolder,
		credentials,
		webhooks: n8n.url,
		connect: async () => await patientClient(n8n.url),
		crash: async () => {
			await n8n.kill('SIGKILL');
			isDown = true;
		},
		restore: async () => {
			if (isDown) n8n = await startN8n({ userFolder, port, env });
			isDown = false;
		},
		stored: inSqlite(join(userFolder, '.n8n', 'database.sqlite')),
		workerOf: () => undefined,
		close: async () => {
			await n8n.stop();
			await sandbox.close();
			await rm(userFolder, { recursive: true, force: true });
		},
	};
}
