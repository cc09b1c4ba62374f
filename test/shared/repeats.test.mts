import { EventEmitter } from 'node:events';
import { Repeats } from '../../nodes/shared/repeats.ts';

/** An answer that the test gives, or breaks off. */
class Answer extends EventEmitter {
	statusCode = 200;
	writableEnded = false;
	closed = false;

	give(status: number): void {
		this.statusCode = status;
		this.writableEnded = true;
		this.hangUp();
	}

	hangUp(): void {
		this.closed = true;
		this.emit('close');
	}
}

const settled = async () => await new Promise((resolve) => setImmediate(resolve));

test('what is remembered is known, by any length of key', () => {
	const repeats = new Repeats(10);
	const long = 'x'.repeat(1_000_000);
	repeats.remember(long);
	expect(repeats.has(long)).toBe(true);
	expect(repeats.has(`${long}x`)).toBe(false);
});

test('memory is bounded: the oldest makes room, and what comes again counts as new', () => {
	const repeats = new Repeats(3);
	for (const key of ['a', 'b', 'c', 'a', 'd']) repeats.remember(key);
	expect(['a', 'b', 'c', 'd'].map((key) => repeats.has(key))).toEqual([true, false, true, true]);
});

test('a delivery is remembered once it was answered 2xx', async () => {
	const repeats = new Repeats(10);
	const first = new Answer();
	expect(await repeats.isRepeat('a', first)).toBe(false);
	expect(repeats.has('a')).toBe(false);
	first.give(204);
	await settled();
	expect(repeats.has('a')).toBe(true);
	expect(await repeats.isRepeat('a', new Answer())).toBe(true);
});

test.each([302, 401, 500])('a delivery answered %i is not remembered', async (status) => {
	const repeats = new Repeats(10);
	const first = new Answer();
	await repeats.isRepeat('a', first);
	first.give(status);
	expect(await repeats.isRepeat('a', new Answer())).toBe(false);
});

test('one that comes while the same is under way waits, and is a repeat if that one was taken', async () => {
	const repeats = new Repeats(10);
	const first = new Answer();
	await repeats.isRepeat('a', first);
	const others = [1, 2, 3].map(async () => await repeats.isRepeat('a', new Answer()));
	first.give(200);
	expect(await Promise.all(others)).toEqual([true, true, true]);
});

test('of those that wait exactly one starts if the one under way could not', async () => {
	const repeats = new Repeats(10);
	const first = new Answer();
	await repeats.isRepeat('a', first);
	const answers = [new Answer(), new Answer(), new Answer()];
	const others = answers.map(async (answer) => {
		const isRepeat = await repeats.isRepeat('a', answer);
		answer.give(200);
		return isRepeat;
	});
	first.give(500);
	expect((await Promise.all(others)).sort()).toEqual([false, true, true]);
});

test('a sender that hangs up before its answer leaves an execution behind: the delivery is taken', async () => {
	const repeats = new Repeats(10);
	const first = new Answer();
	await repeats.isRepeat('a', first);
	first.hangUp();
	expect(await repeats.isRepeat('a', new Answer())).toBe(true);
});

test('a sender that is gone already holds nobody up', async () => {
	const repeats = new Repeats(10);
	const gone = new Answer();
	gone.hangUp();
	expect(await repeats.isRepeat('a', gone)).toBe(false);
	expect(await repeats.isRepeat('a', new Answer())).toBe(true);
});
