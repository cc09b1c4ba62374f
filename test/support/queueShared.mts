import type { Cluster } from '../../host/queue/cluster.mts';
import type { Sandbox } from '../../sandbox/start.mts';

interface Started {
	cluster: Cluster;
	sandbox: Sandbox;
	folder: string;
}

const here = globalThis as typeof globalThis & { clusterForTests?: Started };

/** Jest runs set-up and teardown in one process, with no other way to hand things over. */
export function keepCluster(started: Started): void {
	here.clusterForTests = started;
}

/** What the set-up started. */
export function takeCluster(): Started {
	if (!here.clusterForTests) throw new Error('The set-up did not finish.');
	return here.clusterForTests;
}
