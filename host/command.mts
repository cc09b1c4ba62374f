import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { sameNode } from './sameNode.mts';

const execute = promisify(execFile);

/** Runs a command to its end and answers what it printed; a failure carries the output. */
export async function run(command: string, args: string[], cwd = process.cwd()): Promise<string> {
	try {
		const { stdout } = await execute(command, args, {
			cwd,
			env: sameNode(),
			maxBuffer: 64 * 1024 * 1024,
		});
		return stdout;
	} catch (error) {
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		throw new Error(`\`${[command, ...args].join(' ')}\` failed:\n${stdout}${stderr}`.trim(), {
			cause: error,
		});
	}
}
