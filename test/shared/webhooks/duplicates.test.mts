import { Repeats } from '../../../nodes/shared/webhooks/duplicates.ts';
import { Answer, settled } from '../../support/watchedAnswer.mts';

/** A delivery that is answered at once; true where it was a repeat. */
const deliver = async (repeats: Repeats, key: string) => {
	const answer = new Answer();
	const isRepeat = await repeats.isRepeat(key, answer);
	answer.give(200);
	await settled();
	return isRepeat;
};

test('what is remembered is known, by any length of key', async () => {
	const repeats = new Repeats(10);
	const long = 'x'.repeat(1_000_000);
	expect(await deliver(repeats, long)).toBe(false);
	expect(await deliver(repeats, `${long}x`)).toBe(false);
	expect(await deliver(repeats, long)).toBe(true);
});

test('memory is bounded: the oldest makes room, and what comes again counts as new', async () => {
	const repeats = new Repeats(3);
	for (const key of ['a', 'b', 'c', 'd']) expect(await deliver(repeats, key)).toBe(false);
	for (const key of ['b', 'c', 'd']) expect(await deliver(repeats, key)).toBe(true);
	expect(await deliver(repeats, 'a')).toBe(false);
	expect(await deliver(repeats, 'b')).toBe(false);
});

test('a delivery is remembered once it was answered 2xx', async () => {
	const repeats = new Repeats(10);
	const first = new Answer();
	expect(await repeats.isRepeat('a', first)).toBe(false);
	first.give(204);
	await settled();
	expect(await repeats.isRepeat('a', new Answer())).toBe(true);
});

test.each([300, 302, 401, 500])('a delivery answered %i is not remembered', async (status) => {
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

describe('a sender that hangs up before its answer', () => {
	/** A delivery whose sender is gone, and the same again, which waits for what comes of the first. */
	const deliveredAgain = async () => {
		const repeats = new Repeats(10);
		const first = new Answer();
		expect(await repeats.isRepeat('a', first)).toBe(false);
		first.hangUp();
		const again = repeats.isRepeat('a', new Answer());
		return { first, again };
	};

	test('leaves an execution behind if n8n answers 2xx after all: the same again is a repeat', async () => {
		const { first, again } = await deliveredAgain();
		first.give(200);
		expect(await again).toBe(true);
	});

	test('leaves nothing behind if n8n answers 500: the same again starts', async () => {
		const { first, again } = await deliveredAgain();
		first.give(500);
		expect(await again).toBe(false);
	});

	test('may come again while the first is under way, as often as it likes: only one that waits can start', async () => {
		const repeats = new Repeats(10);
		const [first, second] = [new Answer(), new Answer()];
		await repeats.isRepeat('a', first);
		const impatient = repeats.isRepeat('a', second);
		first.hangUp();
		second.hangUp();
		expect(await impatient).toBe(true);
		first.give(500);
		expect(await repeats.isRepeat('a', new Answer())).toBe(false);
	});

	test('is given up after an hour without an answer: the same again starts', async () => {
		const now = performance.now();
		const clock = jest.spyOn(performance, 'now').mockReturnValue(now);
		const { again } = await deliveredAgain();
		await settled();
		clock.mockReturnValue(now + 3_600_000);
		expect(await again).toBe(false);
		clock.mockRestore();
	});

	test('holds nobody up if it was answered by then', async () => {
		const repeats = new Repeats(10);
		const gone = new Answer();
		gone.give(200);
		expect(await repeats.isRepeat('a', gone)).toBe(false);
		expect(await repeats.isRepeat('a', new Answer())).toBe(true);
	});
});
