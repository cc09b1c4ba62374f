import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { N8nClient, StoredWorkflow } from './client.mts';
import { places } from './places.mts';

/**
 * Imports every example into n8n. What an earlier start imported is deleted first: n8n remembers by
 * workflow whom a campaign has called, and would call nobody again.
 */
export async function importExamples(n8n: N8nClient): Promise<Map<string, StoredWorkflow>> {
	const imported = new Map<string, StoredWorkflow>();
	if (!existsSync(places.examples)) return imported;
	const files = (await readdir(places.examples)).filter((name) => name.endsWith('.json')).sort();
	for (const file of files) {
		imported.set(file, await replace(n8n, join(places.examples, file)));
	}
	return imported;
}

async function replace(n8n: N8nClient, path: string): Promise<StoredWorkflow> {
	const { name } = JSON.parse(await readFile(path, 'utf8')) as { name: string };
	const earlier = await n8n.findWorkflow(name);
	if (earlier) await n8n.deleteWorkflow(earlier);
	return await n8n.importWorkflow(path);
}
