import type { N8nClient, StoredExecution } from '../../host/client.mts';

/** What came of Retry on executions that did not run through. */
export interface BroughtBack {
	count: number;
	/** What n8n said where it refused. */
	refusals: string[];
}

/** Retries executions as their owner would. */
export async function bringBack(n8n: N8nClient, list: StoredExecution[]): Promise<BroughtBack> {
	const back: BroughtBack = { count: 0, refusals: [] };
	for (const { id } of list) {
		try {
			const retried = await n8n.retryExecution(id);
			if (retried.status === 'success') back.count += 1;
			else back.refusals.push(`${retried.status}: ${retried.data.resultData.error?.message}`);
		} catch (error) {
			back.refusals.push((error as Error).message.split('\n')[0]!);
		}
	}
	return back;
}
