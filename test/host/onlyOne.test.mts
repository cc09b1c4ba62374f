import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { places } from '../../host/places.mts';

const url = 'http://127.0.0.1:5678';

describe('npm start, while another one runs in the same checkout', () => {
	let checkout: string;
	let home: string;
	const started: ChildProcess[] = [];

	beforeEach(async () => {
		checkout = await mkdtemp(join(tmpdir(), 'checkout-'));
		home = join(checkout, '.n8n-home');
	});
	afterEach(async () => {
		for (const child of started.splice(0)) child.kill('SIGKILL');
		await rm(checkout, { recursive: true, force: true });
	});

	const program = (path: string, ...args: string[]) => {
		const child = spawn(process.execPath, [join(places.root, path), ...args], { cwd: checkout });
		started.push(child);
		return child;
	};
	const hold = (...more: string[]) => program('test/support/holdHome.mts', home, ...more);

	/** The first thing that a program prints, without the line's end. */
	const firstWords = async (child: ChildProcess) =>
		String(((await once(child.stdout!, 'data')) as [Buffer])[0]).trim();

	/** All that a program prints until it ends, and its exit code. */
	const ending = async (child: ChildProcess) => {
		let text = '';
		for (const stream of [child.stdout!, child.stderr!])
			stream.on('data', (chunk: Buffer) => (text += String(chunk)));
		const [code] = (await once(child, 'close')) as [number];
		return { code, text: text.trim() };
	};

	test('it says where that one is, ends with 1, and touches nothing', async () => {
		expect(await firstWords(hold(url))).toBe('mine');
		const before = await readdir(checkout, { recursive: true });
		expect(await ending(program('host/showcase.mts', '--once'))).toEqual({
			code: 1,
			text: `Already running: ${url}. End that one first.`,
		});
		expect((await readdir(checkout, { recursive: true })).sort()).toEqual(before.sort());
	});

	test('one that was killed leaves nothing in the way', async () => {
		const killed = hold(url);
		expect(await firstWords(killed)).toBe('mine');
		killed.kill('SIGKILL');
		await once(killed, 'close');
		expect(await firstWords(hold())).toBe('mine');
	});

	test('of several at once in a new checkout one wins, and the others say that it is starting', async () => {
		const all = [hold(), hold(), hold()];
		const words = await Promise.all(all.map(firstWords));
		expect(words.filter((text) => text === 'mine')).toHaveLength(1);
		expect(
			words.filter((text) => /^Already starting.*End that one first\.$/.test(text)),
		).toHaveLength(2);
	});
});
