import { run } from '../command.mts';

/** What the strict lint says, with comments that would silence it taken for nothing. */
export async function lintFindings(): Promise<string[]> {
	try {
		await run('npm', ['run', '--silent', 'lint', '--', '--no-inline-config']);
		return [];
	} catch (error) {
		return [(error as Error).message];
	}
}
