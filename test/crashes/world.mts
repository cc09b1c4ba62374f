import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { places } from '../../host/places.mts';
import { connectClient, type N8nClient, type StoredCredential } from '../../host/client.mts';
import type { FullSandbox } from '../../sandbox/start.mts';
import type { ReadStored } from './stored.mts';

/** An n8n of which something can be killed, and the vendors' sandbox beside it. */
export interface World {
	sandbox: FullSandbox;
	credentials: StoredCredential[];
	/** What is killed. */
	victim: string;
	/** Where a process of n8n is told to wait in a write: see holdHook. */
	holdFolder: string;
	/** Where vendors deliver to. */
	webhooks: string;
	/** Signs in, as soon as n8n takes it. */
	connect(): Promise<N8nClient>;
	/** `kill -9`, if it can be of what works on this execution. */
	crash(executionId?: string): Promise<void>;
	/** Starts again what was killed, and what ended by itself meanwhile, as a supervisor does. */
	restore(): Promise<void>;
	/** The executions in n8n's database. */
	stored: ReadStored;
	/** The worker that took each execution up; none outside of queue mode. */
	workerOf(executionId: string): string | undefined;
	close(): Promise<void>;
}

/** The environment in which n8n can be held in a write. */
export const holdIn = (folder: string): Record<string, string> => ({
	HOLD_FOLDER: folder,
	NODE_OPTIONS: `--require ${join(places.root, 'test', 'crashes', 'holdHook.cjs')}`,
});

const patienceMs = 180_000;

/** Signs in at a process that may still be starting or waiting for its database. */
export async function patientClient(url: string): Promise<N8nClient> {
	return await patiently(`sign in at ${url}`, async () => await connectClient(url));
}

/** Tries until it works: what is being restored refuses for a while. */
export async function patiently<T>(what: string, attempt: () => Promise<T>): Promise<T> {
	const deadline = Date.now() + patienceMs;
	for (;;) {
		try {
			return await attempt();
		} catch (error) {
			if (Date.now() > deadline) throw new Error(`Could not ${what}.`, { cause: error });
			await sleep(500);
		}
	}
}

/** Looks until it is so, or says that it never was. */
export async function until(isSo: () => boolean | Promise<boolean>, forMs = patienceMs) {
	const deadline = Date.now() + forMs;
	while (Date.now() < deadline) {
		if (await isSo()) return true;
		await sleep(20);
	}
	return false;
}

/** A job whose worker died is given up by then. */
const endsWithinMs = 60_000;

/** The status of an execution that is over; one that goes on for ever is stopped, as its owner would. */
export async function endOf(n8n: N8nClient, id: string): Promise<string> {
	const statusOf = async () =>
		await patiently('look at the execution', async () => (await n8n.getExecution(id)).status);
	const over = async () => !['running', 'new', 'waiting'].includes(await statusOf());
	if (await until(over, endsWithinMs)) return await statusOf();
	await n8n.stopExecution(id);
	return 'running until it was stopped by hand';
}
