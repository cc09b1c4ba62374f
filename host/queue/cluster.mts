import { randomBytes } from 'node:crypto';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import getPort from 'get-port';

import { startN8nProcess, type RunningN8n } from '../n8nProcess.mts';
import { installPackage } from '../pack.mts';
import { startPostgres } from './postgres.mts';
import { startRedis, type Keeping } from './redis.mts';

/** The processes of n8n in queue mode: which command each runs. */
const commands = {
	main: 'start',
	webhook: 'webhook',
	worker1: 'worker',
	worker2: 'worker',
} as const;

export type ProcessName = keyof typeof commands;
export type Cluster = Awaited<ReturnType<typeof startCluster>>;

export interface ClusterOptions {
	/** Everything's place, except PostgreSQL's data. */
	folder: string;
	redisKeeps?: Keeping;
	/** Added to the environment of every process of n8n. */
	env?: Record<string, string>;
	progress?: (line: string) => void;
}

/** One main, two workers and a webhook processor of n8n, over a real PostgreSQL and a real Redis. */
export async function startCluster(options: ClusterOptions) {
	const { folder, redisKeeps = 'appendOnly', progress } = options;
	const names = Object.keys(commands) as ProcessName[];
	const running = new Map<ProcessName, RunningN8n>();
	await mkdir(folder, { recursive: true });
	const redis = await startRedis(folder, redisKeeps);
	const postgres = await startPostgres(folder).catch(async (error: unknown) => {
		await redis.stop();
		throw error;
	});
	const ports = Object.fromEntries(
		await Promise.all(names.map(async (name) => [name, await getPort()] as const)),
	) as Record<ProcessName, number>;
	const urlOf = (name: ProcessName) => `http://127.0.0.1:${ports[name]}`;
	const env = {
		...redis.env,
		...postgres.env,
		EXECUTIONS_MODE: 'queue',
		// What is started by hand runs on the workers too: n8n's default from version 3 on.
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		WEBHOOK_URL: `${urlOf('webhook')}/`,
		...options.env,
	};

	const start = async (name: ProcessName) => {
		const userFolder = join(folder, name);
		const command = commands[name];
		const process = await startN8nProcess({
			command,
			userFolder,
			port: ports[name],
			env,
			progress,
		});
		running.set(name, process);
	};

	const kill = async (name: ProcessName, signal: NodeJS.Signals = 'SIGKILL') =>
		await running.get(name)?.kill(signal);

	/** Those that ended, for whatever reason. */
	const ended = () => names.filter((name) => !isRunning(running.get(name)?.pid));

	/** n8n first: a process that loses its database on the way out waits for it. */
	const stop = async () => {
		await Promise.all([...running.values()].map(async (one) => await one.stop()));
		await Promise.all([redis.stop(), postgres.stop()]);
	};

	try {
		const installed = await installPackage(join(folder, 'main'));
		for (const name of names.slice(1)) {
			const nodes = join(folder, name, '.n8n', 'nodes', 'node_modules');
			await cp(installed, join(nodes, installed.split('/').at(-1)!), { recursive: true });
		}
		// The main process migrates the database, which the others need.
		await start('main');
		await Promise.all(names.slice(1).map(start));
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		urls: { main: urlOf('main'), webhook: urlOf('webhook') },
		logs: Object.fromEntries(names.map((name) => [name, running.get(name)!.log.path])),
		folder,
		redis,
		postgres,
		start,
		kill,
		ended,
		stop,
	};
}

function isRunning(pid?: number): boolean {
	try {
		return pid !== undefined && process.kill(pid, 0);
	} catch {
		return false;
	}
}
