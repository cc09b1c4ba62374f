import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { ensureBuilt } from '../../host/build.mts';
import { connectClient } from '../../host/client.mts';
import { installationOf } from '../../host/compat/installation.mts';
import { startN8n } from '../../host/n8n.mts';
import { installPackage } from '../../host/pack.mts';
import { places } from '../../host/places.mts';
import { saveSandboxCredentials } from '../../host/sandboxCredentials.mts';
import { startSandbox } from '../../sandbox/start.mts';
import { announceLab } from '../support/n8nAddress.mts';
import { atTheEnd } from '../support/teardown.mts';

/** Set by `npm run test:compat`: these tests then run in that n8n. */
const otherVersion = process.env.COMPAT_N8N;

/** Builds, packs and installs the package in one real n8n that all tests of this layer share. */
export default async function setup(): Promise<void> {
	await mkdir(places.work, { recursive: true });
	const userFolder = await mkdtemp(join(places.work, 'test-'));
	await ensureBuilt();
	await installPackage(userFolder);
	const sandbox = await startSandbox();
	const installation = otherVersion ? installationOf(otherVersion) : undefined;
	const n8n = await startN8n({ userFolder, installation, progress: console.log });
	atTheEnd(async () => {
		await n8n.stop();
		await sandbox.close();
		await rm(userFolder, { recursive: true, force: true });
	});
	const client = await connectClient(n8n.url);
	const credentials = await saveSandboxCredentials(client, sandbox.url);
	announceLab({ n8n: n8n.url, sandbox: sandbox.url, logPath: n8n.log.path, credentials });
}
