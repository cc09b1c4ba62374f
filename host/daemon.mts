import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

import { logFile, type LogFile } from './logFile.mts';
import { places } from './places.mts';
import { processGroup } from './processGroup.mts';
import { waitUntilReady } from './readiness.mts';

export interface DaemonOptions {
	/** What the messages call it. */
	name: string;
	/** The Node that runs it; left out, this one. */
	node?: string;
	/** What Node is given to run. */
	args: string[];
	env: NodeJS.ProcessEnv;
	logPath: string;
	/** What it prints once it takes work. */
	readyLine: string;
	progress?: (line: string) => void;
}

export interface Daemon {
	pid: number;
	log: LogFile;
	/** Ends it and everything it started, gracefully if it can. */
	stop(): Promise<void>;
	/** Sends a signal to it and everything it started, and waits for the end. */
	kill(signal: NodeJS.Signals): Promise<void>;
	/** Waits for its end. */
	over(): Promise<void>;
}

/** Starts a program that stays, with a log of its own, and waits until it is ready. */
export async function daemon(options: DaemonOptions): Promise<Daemon> {
	const { node = process.execPath, name, args, env, logPath, readyLine, progress } = options;
	const log = logFile(logPath);
	const output = openSync(logPath, 'w');
	const child = spawn(node, args, {
		cwd: places.root,
		env,
		stdio: ['ignore', output, output, 'ipc'],
		detached: true,
	});
	closeSync(output);
	const group = processGroup(child);
	try {
		await waitUntilReady({ child, log, readyLine, name, progress });
	} catch (error) {
		await group.kill('SIGKILL');
		throw error;
	}
	return { pid: child.pid!, log, ...group };
}
