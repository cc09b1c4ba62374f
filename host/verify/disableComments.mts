import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { filesIn } from './contents.mts';

const silencing = /eslint-(disable|enable)|@ts-(ignore|nocheck|expect-error)/;

/** Says where a comment in the published sources switches a rule or the type check off. */
export async function commentFindings(
	root: string,
	folders = ['credentials', 'nodes'],
): Promise<string[]> {
	const findings: string[] = [];
	for (const folder of folders) {
		for (const file of await filesIn(join(root, folder))) {
			const lines = (await readFile(join(root, folder, file), 'utf8')).split('\n');
			for (const [at, line] of lines.entries()) {
				const comment = silencing.exec(line)?.[0];
				if (comment) findings.push(`${folder}/${file}:${at + 1} has ${comment}`);
			}
		}
	}
	return findings;
}
