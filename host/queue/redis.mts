import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import getPort from 'get-port';

import { daemon, type Daemon } from '../daemon.mts';
import { guarded } from './guarded.mts';
import { Missing } from './missing.mts';
import { findProgram } from './program.mts';

/** How Redis keeps its data: as Debian sets it up, or with every command in a file of its own. */
export type Keeping = 'snapshots' | 'appendOnly';

export interface Redis {
	/** For each process of n8n. */
	env: Record<string, string>;
	start(): Promise<void>;
	stop(): Promise<void>;
	kill(signal: NodeJS.Signals): Promise<void>;
}

const keeps: Record<Keeping, string[]> = {
	snapshots: ['--save', '3600 1 300 100 60 10000', '--appendonly', 'no'],
	appendOnly: ['--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec'],
};

/** A real Redis on a free port of the loopback. */
export async function startRedis(folder: string, keeping: Keeping): Promise<Redis> {
	const program = findProgram('redis-server');
	if (!program) throw new Missing('redis-server', 'redis-server');
	const dir = join(folder, 'redis');
	await mkdir(dir, { recursive: true });
	const port = String(await getPort());
	let running: Daemon | undefined;
	const address = ['--bind', '127.0.0.1', '--port', port, '--dir', dir];

	const start = async () => {
		running = await daemon({
			name: 'Redis',
			...guarded('SIGTERM', program, [...address, ...keeps[keeping]]),
			logPath: join(folder, 'redis.log'),
			readyLine: 'Ready to accept connections',
		});
	};

	await start();
	return {
		env: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: port },
		start,
		stop: async () => await running?.stop(),
		kill: async (signal) => await running?.kill(signal),
	};
}
