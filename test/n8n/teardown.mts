import { rm } from 'node:fs/promises';

import { takeForTeardown } from '../support/n8nShared.mts';

/** Ends what the set-up started and removes its user folder. */
export default async function teardown(): Promise<void> {
	const { n8n, sandbox, userFolder } = takeForTeardown();
	await n8n.stop();
	await sandbox.close();
	await rm(userFolder, { recursive: true, force: true });
}
