import { Readable } from 'node:stream';

import { beginningOf, endIfSilent, isStream } from '../../nodes/shared/streamed.ts';

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

test('a stream that stays silent for that long is ended with the reason', () => {
	const ended: unknown[] = [];
	let silent = () => {};
	const stream = Object.assign(Readable.from([]), {
		destroy: (error?: Error) => void ended.push(error?.message),
		setTimeout: (ms: number, then: () => void) => {
			expect(ms).toBe(700);
			silent = then;
		},
	});
	endIfSilent(stream as never, 700);
	expect(ended).toEqual([]);
	silent();
	expect(ended).toEqual(['The answer stopped arriving']);
});

test('one that knows no silence is left as it is', () =>
	expect(() => endIfSilent(Readable.from([]), 700)).not.toThrow());

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
