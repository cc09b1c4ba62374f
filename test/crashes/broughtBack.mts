import { setTimeout as sleep } from 'node:timers/promises';

import type { N8nClient } from '../../host/client.mts';
import type { ReadStored, Stored } from './stored.mts';

/** What came of Retry on executions that did not run through. */
export interface BroughtBack {
	count: number;
	/** What n8n said where it refused. */
	refusals: string[];
}

/** n8n answers a Retry at its end; once, it never did, though the execution ran through. */
const patienceMs = 20_000;

/** Retries executions as their owner would, and looks which of the new ones ran through. */
export async function bringBack(
	n8n: N8nClient,
	read: ReadStored,
	list: Stored[],
): Promise<BroughtBack> {
	const refusals: string[] = [];
	for (const { id } of list) {
		const retried = n8n
			.retryExecution(String(id))
			.catch(({ message }: Error) => void refusals.push(message.split('\n')[0]!));
		await Promise.race([retried, sleep(patienceMs)]);
	}
	const ids = new Set(list.map(({ id }) => String(id)));
	const back = (await read(0)).filter(
		({ retryOf, status }) => status === 'success' && ids.has(String(retryOf)),
	);
	return { count: new Set(back.map(({ retryOf }) => retryOf)).size, refusals };
}
