import { join } from 'node:path';

import getPort from 'get-port';

import { daemon, type Daemon } from './daemon.mts';
import { n8nEnvironment } from './n8nEnvironment.mts';
import { places } from './places.mts';

/** n8n's commands that stay, and what each prints once it takes work. */
const readyLines = {
	start: 'Editor is now accessible via',
	worker: 'n8n worker is now ready',
	webhook: 'Webhook listener waiting for requests.',
};

/** An n8n on this machine. */
export interface Installation {
	/** Path of the Node that it needs. */
	node: string;
	/** Folder of the package n8n. */
	n8n: string;
}

/** The n8n of this checkout. */
export const ownInstallation: Installation = { node: process.execPath, n8n: places.n8n };

export interface N8nProcessOptions {
	command?: keyof typeof readyLines;
	/** Holds `.n8n`: keys, installed community packages, and the database where it is SQLite. */
	userFolder: string;
	/** A free port; left out, n8n gets any. */
	port?: number;
	/** Added to n8n's environment. */
	env?: Record<string, string>;
	/** Which n8n, and the Node that runs it; left out, the one of this checkout. */
	installation?: Installation;
	/** Told about a slow start, line by line. */
	progress?: (line: string) => void;
}

export interface RunningN8n extends Daemon {
	url: string;
	userFolder: string;
}

/** Starts one process of n8n on the loopback and waits until it takes work. */
export async function startN8nProcess(options: N8nProcessOptions): Promise<RunningN8n> {
	const { command = 'start', userFolder, env, progress } = options;
	const { node, n8n } = options.installation ?? ownInstallation;
	const port = options.port ?? (await getPort());
	const running = await daemon({
		name: command === 'start' ? 'n8n' : `n8n ${command}`,
		node,
		args: ['--import', endWithParent, join(n8n, 'bin', 'n8n'), command],
		env: { ...n8nEnvironment(userFolder, port, await getPort(), node), ...env },
		logPath: join(userFolder, 'n8n.log'),
		readyLine: readyLines[command],
		progress,
	});
	return { url: `http://127.0.0.1:${port}`, userFolder, ...running };
}

const endWithParent = join(places.root, 'host', 'endWithParent.mjs');
