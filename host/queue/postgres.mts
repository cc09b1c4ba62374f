import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import getPort from 'get-port';

import { run } from '../command.mts';
import { daemon, type Daemon } from '../daemon.mts';
import { guarded } from './guarded.mts';
import { Missing } from './missing.mts';
import { findPostgres } from './program.mts';

export interface Postgres {
	port: number;
	/** For each process of n8n. */
	env: Record<string, string>;
	start(): Promise<void>;
	/** Ends it and deletes its data. */
	stop(): Promise<void>;
	kill(signal: NodeJS.Signals): Promise<void>;
}

export const postgresLogin = { user: 'n8n', password: 'only-on-the-loopback' };

/** PostgreSQL refuses to run as root; this user and group, `nobody`, are on every system. */
const nobody = process.getuid?.() === 0 ? 65_534 : undefined;

/** A real PostgreSQL on a free port of the loopback. */
export async function startPostgres(folder: string): Promise<Postgres> {
	const programs = findPostgres();
	if (!programs) throw new Missing('PostgreSQL', 'postgresql');
	const port = await getPort();
	// Outside of the checkout, which need not be open to other users.
	const data = await mkdtemp(join(tmpdir(), 'n8n-postgres-'));
	if (nobody !== undefined) await chown(data, nobody, nobody);
	const initdb = [join(programs, 'initdb'), '-D', data, '-U', postgresLogin.user];
	await asNobody([...initdb, '--auth', 'trust', '--encoding', 'UTF8', '--no-sync']);
	let running: Daemon | undefined;
	const address = ['-h', '127.0.0.1', '-p', String(port), '-k', ''];

	const start = async () => {
		const args = ['-D', data, ...address, '-c', 'max_connections=200'];
		running = await daemon({
			name: 'PostgreSQL',
			...guarded('SIGINT', join(programs, 'postgres'), args, nobody),
			logPath: join(folder, 'postgres.log'),
			readyLine: 'database system is ready to accept connections',
		});
	};

	await start();
	return {
		port,
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: postgresLogin.user,
			DB_POSTGRESDB_PASSWORD: postgresLogin.password,
		},
		start,
		stop: async () => {
			await running?.stop();
			await rm(data, { recursive: true, force: true });
		},
		kill: async (signal) => {
			// Only the server itself: its guard collects it, and a new one does not take it for running.
			const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
			process.kill(Number(pid), signal);
			await running?.over();
		},
	};
}

/** Runs a program to its end, without root's rights. */
async function asNobody(command: string[]): Promise<void> {
	const { args } = guarded('SIGINT', command[0]!, command.slice(1), nobody);
	await run(process.execPath, args);
}
