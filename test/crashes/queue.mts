import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { connectClient } from '../../host/client.mts';
import { places } from '../../host/places.mts';
import { startCluster, type Cluster, type ProcessName } from '../../host/queue/cluster.mts';
import type { Keeping } from '../../host/queue/redis.mts';
import { saveSandboxCredentials } from '../../host/sandboxCredentials.mts';
import { startSandbox } from '../../sandbox/start.mts';
import { inPostgres } from './stored.mts';
import { holdIn, patientClient, type World } from './world.mts';

export type Victim = 'main' | 'webhook' | 'worker' | 'postgres' | 'redis';

/** A job whose worker died is given up after these times: by default after one to one and a half minutes. */
const sooner = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '10000',
	/** In minutes; by default 180. Executions whose job is gone are then marked as crashed. */
	N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '1',
};

/** How this n8n differs from the usual one. */
interface Difference {
	redisKeeps?: Keeping;
	env?: Record<string, string>;
}

/** n8n in queue mode: a main process, a webhook processor, two workers, PostgreSQL and Redis. */
export async function queueWorld(victim: Victim, how: Difference = {}): Promise<World> {
	const { redisKeeps } = how;
	const folder = await mkdtemp(join(places.work, 'crashes-'));
	const env = { ...sooner, ...holdIn(folder), ...how.env };
	const cluster = await startCluster({ folder, redisKeeps, env });
	const sandbox = await startSandbox();
	const client = await connectClient(cluster.urls.main);
	const workerOf = (executionId: string) => workerIn(cluster, executionId);
	let restart: () => Promise<void> = async () => {};

	const crash = async (executionId = '') => {
		if (victim === 'postgres' || victim === 'redis') {
			restart = cluster[victim].start;
			return await cluster[victim].kill('SIGKILL');
		}
		const name = victim === 'worker' ? (workerOf(executionId) ?? 'worker1') : victim;
		restart = async () => await cluster.start(name);
		await cluster.kill(name);
	};

	const restore = async () => {
		await restart();
		restart = async () => {};
		for (const name of cluster.ended()) {
			console.log(`  ${name} had ended by itself and is started again`);
			await cluster.start(name);
		}
	};

	return {
		sandbox,
		victim,
		holdFolder: folder,
		credentials: await saveSandboxCredentials(client, sandbox.url),
		webhooks: cluster.urls.webhook,
		connect: async () => await patientClient(cluster.urls.main),
		crash,
		restore,
		stored: inPostgres(cluster.postgres.port),
		workerOf,
		close: async () => {
			await cluster.stop();
			await sandbox.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

function workerIn({ logs }: Cluster, executionId: string): ProcessName | undefined {
	const workers = ['worker1', 'worker2'] as const;
	const line = `Worker started execution ${executionId} (`;
	return workers.findLast((name) => readFileSync(logs[name]!, 'utf8').includes(line));
}
