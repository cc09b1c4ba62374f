import { PassThrough, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { beginningOf, isStream, unlessSilent, watch } from '../../../nodes/shared/send/stream.ts';

const KiB = 1024;

test.each<[string, unknown, boolean]>([
	['Node’s', Readable.from([]), true],
	['a list', ['a'], false],
	['a text', 'a', false],
	['nothing', null, false],
	['nothing at all', undefined, false],
	['what cannot be ended', { [Symbol.asyncIterator]: () => {} }, false],
	['what cannot be read', { destroy: () => {} }, false],
	['a function', Object.assign(() => {}, Readable.from([])), false],
])('a stream is told from what is none: %s', (_what, body, expected) =>
	expect(isStream(body)).toBe(expected),
);

/** Silence after one part; it ends when its connection is broken off, as those of n8n do. */
function silentStream(): { stream: Readable; abort: () => void } {
	let abort = () => {};
	const broken = new Promise<never>((_resolve, reject) => {
		abort = () => reject(new Error('canceled'));
	});
	const parts = async function* () {
		yield Buffer.from('RI');
		await broken;
	};
	return { stream: Readable.from(parts()), abort: () => abort() };
}

test.each<[string, () => { stream: Readable; abort: () => void }]>([
	['that only its connection can end', silentStream],
	['of Node’s own', () => ({ stream: new PassThrough().pause(), abort: () => {} })],
])('a stream %s is ended with the reason once it stays silent', async (_kind, open) => {
	const { stream, abort } = open();
	watch(stream, 80, abort);
	await expect(stream.toArray()).rejects.toThrow('The answer stopped arriving');
});

test('one that arrives slowly, or is read slowly, is left alone', async () => {
	const stream = new PassThrough();
	let isAborted = false;
	watch(stream, 150, () => (isAborted = true));
	for (const part of ['RI', 'FF', '..', '..']) {
		stream.write(part);
		await sleep(60);
	}
	await sleep(250);
	stream.end();
	const read = await unlessSilent(stream, stream.toArray() as Promise<Buffer[]>);
	expect(Buffer.concat(read).toString()).toBe('RIFF....');
	expect(isAborted).toBe(false);
});

test('what is a stream but none of Node’s is not watched', async () => {
	const stream = { destroy: () => {}, async *[Symbol.asyncIterator]() {} };
	watch(stream as never, 0, () => {});
	expect(await unlessSilent(stream, Promise.resolve(7))).toBe(7);
});

test('whoever waits for work on a stream that nothing can end is let go when it falls silent', async () => {
	const { stream } = silentStream();
	watch(stream, 80, () => {});
	const work = new Promise<never>(() => {});
	await expect(unlessSilent(stream, work)).rejects.toThrow('The answer stopped arriving');
	const { stream: other } = silentStream();
	watch(other, 80, () => {});
	expect(await beginningOf(other)).toBe('RI');
});

test.each<[string, string[], unknown]>([
	['JSON', ['{"message"', ':"No"}'], { message: 'No' }],
	['text', ['Not ', 'found'], 'Not found'],
	['nothing', [], ''],
	['letters that two parts share', ['\u00c3', '\u00b1'], 'ñ'],
])('the beginning of an answer is told as %s', async (_what, parts, said) => {
	const stream = Readable.from(parts.map((part) => Buffer.from(part, 'latin1')));
	expect(await beginningOf(stream)).toEqual(said);
	expect(stream.destroyed).toBe(true);
});

test('no more is read of a long answer than its first 64 KiB', async () => {
	let read = 0;
	const endless = Readable.from(
		(async function* () {
			for (;;) {
				read += 1;
				yield Buffer.alloc(48 * KiB, 'x');
			}
		})(),
		{ highWaterMark: 1 },
	);
	const said = await beginningOf(endless);
	expect(said).toHaveLength(64 * KiB);
	expect(endless.destroyed).toBe(true);
	expect(read).toBeLessThan(6);
});

test('an answer of exactly that length is told whole', async () => {
	const said = await beginningOf(Readable.from([Buffer.alloc(64 * KiB, 'x')]));
	expect(said).toHaveLength(64 * KiB);
});

test('what has arrived is told, though the rest never comes', async () => {
	const stream = Readable.from(
		(async function* () {
			yield Buffer.from('Not fo');
			throw new Error('broken');
		})(),
	);
	expect(await beginningOf(stream)).toBe('Not fo');
	expect(stream.destroyed).toBe(true);
});
