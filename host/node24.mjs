import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

import { whenNpmIsGone } from './npmWatch.mjs';

const folder = join(process.cwd(), 'node_modules', 'node', 'bin');

/** The Node that n8n needs, as installed beside it. */
export const node24 = join(folder, 'node');

/**
 * Runs a command to its end with the Node that n8n needs first on the path.
 * Interrupts go on to it; it ends when this process ends. Resolves to the exit code.
 */
export async function runUnderNode24(command, args) {
	const child = spawn(command, args, {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
		env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` },
	});
	const forward = (signal) => child.kill(signal);
	whenNpmIsGone(() => forward('SIGTERM'));
	process.on('SIGINT', forward).on('SIGTERM', forward);
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			process.off('SIGINT', forward).off('SIGTERM', forward);
			resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
		});
	});
}
