import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { vendorNames } from '../../sandbox/vendors.mts';
import type { Version } from './versions.mts';

/** All examples, loading, each call once, the pause, and the triggers with right and wrong keys. */
const tests = `test/n8n/(loads|examples.*|${vendorNames.join('|')}|callOncePer|retryOnFail|failureTable|zaiaExportAndWait|.*Trigger)\\.test`;

/** Runs tests of the n8n layer in that n8n and answers whether all passed. */
export async function testsIn({ n8n }: Version): Promise<boolean> {
	const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
	const args = ['node_modules/jest/bin/jest.js', '--silent', '-i', '--selectProjects', 'n8n'];
	const child = spawn(process.execPath, [...jest, ...args, '--testPathPatterns', tests], {
		stdio: 'inherit',
		env: { ...process.env, COMPAT_N8N: n8n },
	});
	const [code] = (await once(child, 'exit')) as [number | null];
	return code === 0;
}
