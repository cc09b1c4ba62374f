import type { N8nClient, StoredExecution } from '../../host/client.mts';

/** So many numbers without an execution after the newest that n8n lists: PostgreSQL skips 32 after a crash. */
const gap = 100;

/** The highest number of an execution so far. */
export async function newestExecution({ session }: N8nClient): Promise<number> {
	type Page = { results: Array<{ id: string }> };
	const { results } = await session.get<Page>('/rest/executions?limit=100');
	return Math.max(0, ...results.map(({ id }) => Number(id)));
}

/** Every execution with a higher number: n8n's own list leaves some out and gives others twice as it pages. */
export async function executionsAfter(n8n: N8nClient, newest: number): Promise<StoredExecution[]> {
	const found: StoredExecution[] = [];
	const last = await newestExecution(n8n);
	for (let id = newest + 1, missing = 0; id <= last || missing < gap; id++) {
		const isThere = await n8n.session.get<unknown>(`/rest/executions/${id}`);
		if (isThere) found.push(await n8n.getExecution(String(id)));
		missing = isThere ? 0 : missing + 1;
	}
	return found;
}
