import { spawn } from 'node:child_process';
import { once } from 'node:events';

describe('the sandbox as a command', () => {
	it('serves until it is told to end', async () => {
		const args = ['--no-warnings', 'sandbox/start.mts', '--port', '0', '--record', 'counts'];
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
		const [line] = (await once(child.stdout, 'data')) as [Buffer];
		const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString())?.[0] ?? '';
		const settings = (await (await fetch(`${url}/sandbox/settings`)).json()) as object;
		expect(settings).toMatchObject({ record: 'counts', speed: 60 });
		child.kill('SIGTERM');
		expect(await once(child, 'exit')).toEqual([0, null]);
	});
});
