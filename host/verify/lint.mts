import { join } from 'node:path';

import { run } from '../command.mts';

const eslint = join('node_modules', '.bin', 'eslint');
const elsewhere = ['.work', '.n8n-home'].flatMap((folder) => ['--ignore-pattern', folder]);

/** What n8n's strict lint says, with comments that would silence it taken for nothing. */
export async function lintFindings(): Promise<string[]> {
	try {
		await run(eslint, ['.', '--no-inline-config', '--max-warnings', '0', ...elsewhere]);
		return [];
	} catch (error) {
		return [(error as Error).message];
	}
}
