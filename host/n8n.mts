import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import getPort from 'get-port';

import { logFile, type LogFile } from './logFile.mts';
import { n8nEnvironment } from './n8nEnvironment.mts';
import { places } from './places.mts';
import { processGroup } from './processGroup.mts';
import { waitUntilReady } from './readiness.mts';
import { isNew, keepAsTemplate, prepareUserFolder } from './userFolder.mts';

export interface N8nOptions {
	/** Holds `.n8n`: database, keys, installed community packages. */
	userFolder: string;
	/** A free port; left out, n8n gets any. */
	port?: number;
	/** Added to n8n's environment. */
	env?: Record<string, string>;
	/** Told about a slow start, line by line. */
	progress?: (line: string) => void;
}

export interface RunningN8n {
	url: string;
	/** Of n8n's main process. */
	pid: number;
	userFolder: string;
	log: LogFile;
	/** Ends n8n and everything it started, gracefully if it can. */
	stop(): Promise<void>;
	/** Sends a signal to n8n and everything it started, and waits for the end. */
	kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a real n8n with SQLite on the loopback and waits until it takes requests. */
export async function startN8n(options: N8nOptions): Promise<RunningN8n> {
	const { userFolder, env, progress } = options;
	const fresh = isNew(userFolder);
	await prepareUserFolder(userFolder);
	const port = options.port ?? (await getPort());
	const log = logFile(join(userFolder, 'n8n.log'));
	const output = openSync(log.path, 'w');
	const child = spawn(
		process.execPath,
		['--import', pathToFileURL(endWithParent).href, join(places.n8n, 'bin', 'n8n'), 'start'],
		{
			cwd: places.root,
			env: { ...n8nEnvironment(userFolder, port, await getPort()), ...env },
			stdio: ['ignore', output, output, 'ipc'],
			detached: true,
		},
	);
	closeSync(output);
	const group = processGroup(child);
	try {
		await waitUntilReady({ child, log, progress });
		if (fresh) await keepAsTemplate(userFolder);
	} catch (error) {
		await group.kill('SIGKILL');
		throw error;
	}
	return { url: `http://127.0.0.1:${port}`, pid: child.pid!, userFolder, log, ...group };
}

const endWithParent = join(places.root, 'host', 'endWithParent.mjs');
