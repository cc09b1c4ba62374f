import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import type { LogFile } from './logFile.mts';

const lookEvery = 200;
const tellEvery = 10_000;
const patience = 180_000;

interface Start {
	child: ChildProcess;
	log: LogFile;
	/** What the process prints once it takes work. */
	readyLine: string;
	/** What the messages call it. */
	name?: string;
	progress?: (line: string) => void;
}

/** Waits until a process says that it is ready; an early end is an error with the log's tail. */
export async function waitUntilReady({ child, log, readyLine, name = 'n8n', progress }: Start) {
	let spawnError: Error | undefined;
	child.once('error', (error) => (spawnError = error));
	const started = Date.now();
	let told = started;
	while (!log.text().includes(readyLine)) {
		if (spawnError) throw spawnError;
		const seconds = Math.round((Date.now() - started) / 1_000);
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Error(`${name} ended after ${seconds} s instead of starting:\n${log.tail()}`);
		}
		if (Date.now() - started > patience) {
			throw new Error(`${name} was not ready after ${seconds} s:\n${log.tail()}`);
		}
		if (Date.now() - told >= tellEvery) {
			progress?.(`${name} is starting (${seconds} s)`);
			told = Date.now();
		}
		await sleep(lookEvery);
	}
}
