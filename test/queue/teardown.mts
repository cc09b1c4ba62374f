import { rm } from 'node:fs/promises';

import { takeCluster } from '../support/queueShared.mts';

/** Ends what the set-up started and removes what it left. */
export default async function teardown(): Promise<void> {
	const { cluster, sandbox, folder } = takeCluster();
	await cluster.stop();
	await sandbox.close();
	await rm(folder, { recursive: true, force: true });
}
