import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { ensureBuilt } from '../../host/build.mts';
import { connectClient } from '../../host/client.mts';
import { places } from '../../host/places.mts';
import { startCluster } from '../../host/queue/cluster.mts';
import { saveSandboxCredentials } from '../../host/sandboxCredentials.mts';
import { startSandbox } from '../../sandbox/start.mts';
import { announceLab } from '../support/n8nAddress.mts';
import { atTheEnd } from '../support/teardown.mts';

/** Builds, packs and installs the package in every process of one n8n in queue mode. */
export default async function setup(): Promise<void> {
	await mkdir(places.work, { recursive: true });
	await ensureBuilt();
	const folder = await mkdtemp(join(places.work, 'queue-'));
	const cluster = await startCluster({ folder, progress: console.log });
	const sandbox = await startSandbox();
	atTheEnd(async () => {
		await cluster.stop();
		await sandbox.close();
		await rm(folder, { recursive: true, force: true });
	});
	const client = await connectClient(cluster.urls.main);
	const credentials = await saveSandboxCredentials(client, sandbox.url);
	announceLab({
		n8n: cluster.urls.main,
		webhooks: cluster.urls.webhook,
		sandbox: sandbox.url,
		logPath: cluster.logs.main,
		workerLogs: { worker1: cluster.logs.worker1, worker2: cluster.logs.worker2 },
		postgresPort: cluster.postgres.port,
		credentials,
	});
}
