import type { VendorRequest } from '../../nodes/shared/operation.ts';
import { lost, sending } from '../support/sending.mts';
import type { Comes } from '../support/sending.mts';

beforeEach(() => {
	jest.useFakeTimers();
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

const call: VendorRequest = { method: 'POST', url: '/call', phoneNumber: '+525511110001' };
const again = 'The call to +525511110001 may have been placed; it is not sent again.';
const later: Comes = { statusCode: 429, headers: { 'retry-after': '3' } };
const html: Comes = { body: '<html>' };
const nothing: Comes = { statusCode: 204, body: '' };

describe('a request that must not go out twice', () => {
	test('is sent once; should its row come back, the answer is the first one', async () => {
		const row = sending({ repeat: 'never' }, [{ body: { id: 'a' } }]);
		expect(await row.send(call)).toMatchObject({ answer: { status: 200, body: { id: 'a' } } });
		expect(await row.send(call)).toMatchObject({
			answer: { status: 200, headers: {}, body: { id: 'a' } },
		});
		expect(row.sent).toMatchObject([
			{ method: 'POST', url: 'https://vendor.example/v1/call', timeout: 9_000 },
		]);
	});

	test.each<[string, Comes, string, number | undefined]>([
		['a 500', { statusCode: 500, body: { message: 'Oh' } }, 'Altur answered: Oh (500)', 500],
		['a 408', { statusCode: 408 }, 'Altur answered: status 408', 408],
		['a lost connection', lost('ECONNRESET'), 'Altur: the connection broke before an', undefined],
		['silence', lost('ECONNABORTED'), 'Altur: no answer came in time', undefined],
		['no JSON', html, 'Altur answered 200 with something other than JSON', 200],
		['an empty answer', nothing, 'Altur answered 204 with nothing', 204],
	])(
		'after %s it is unknown, and again with the same words when its row comes back',
		async (_what, comes, words, status) => {
			const row = sending({ repeat: 'never' }, [comes]);
			const first = await row.send(call);
			expect(first.failure).toMatchObject({ outcome: 'unknown', status });
			expect(first.failure?.message.startsWith(words)).toBe(true);
			expect(first.failure?.message.endsWith(`. ${again}`)).toBe(true);
			const second = await row.send(call);
			expect(second.failure?.message).toBe(first.failure?.message);
			expect(row.sent).toHaveLength(1);
			expect(row.seen.pauses).toEqual([]);
		},
	);

	test('is unknown when its row comes back and nothing more is known than that it left', async () => {
		const row = sending({ repeat: 'never' }, []);
		row.record.leaving(0, call);
		expect((await row.send(call)).failure).toMatchObject({
			outcome: 'unknown',
			message: `An earlier try of this execution sent this row and got no answer. ${again}`,
		});
	});

	test.each<[string, Comes, string]>([
		['a refusal', { statusCode: 400, body: { message: 'No' } }, 'Altur answered: No (400).'],
		['an address that answers nobody', lost('ECONNREFUSED'), 'Altur: the connection was refused.'],
		['a failed connect', lost('EPIPE', { syscall: 'connect' }), 'Altur: the connection broke'],
	])('is not remembered after %s, and may go again', async (_what, comes, words) => {
		const row = sending({ repeat: 'never' }, [comes, {}]);
		const { failure } = await row.send(call);
		expect(failure?.outcome).toBe('refused');
		expect(failure?.message).toContain(words);
		expect(failure?.message).toContain('The call to +525511110001 was not placed.');
		expect(row.kept()).toBeUndefined();
		expect(await row.send(call)).toHaveProperty('answer');
		expect(row.kept()).toMatchObject({ answer: { status: 200 } });
	});

	test('goes again after "too many requests", for which the whole account pauses', async () => {
		const row = sending({ repeat: 'never' }, [later, later, {}]);
		expect(await row.send(call)).toMatchObject({ answer: { status: 200 }, ms: 0 });
		expect(row.seen).toEqual({ pauses: [3_000, 3_000], rates: [7, 7, 7], over: 3 });
	});

	test('goes no more often than Max Retries says, and was not placed then', async () => {
		const row = sending({ repeat: 'never' }, [later, later, later]);
		const { failure } = await row.send(call);
		expect(failure).toMatchObject({ outcome: 'refused', status: 429 });
		expect(row.sent).toHaveLength(3);
		expect(row.kept()).toBeUndefined();
	});

	test('may answer nothing where the operation says so, but nothing else than JSON', async () => {
		const quiet = { repeat: 'never', mayAnswerNothing: true } as const;
		const row = sending(quiet, [nothing]);
		expect(await row.send(call)).toMatchObject({ answer: { status: 204, body: '' } });
		expect(row.kept()).toMatchObject({ answer: { status: 204 } });
		const other = await sending(quiet, [html]).send(call);
		expect(other.failure?.outcome).toBe('unknown');
	});

	test.each([null, 7, 'ok'])('%j is no JSON that tells what was done', async (body) => {
		const { failure } = await sending({ repeat: 'never' }, [{ body }]).send(call);
		expect(failure?.outcome).toBe('unknown');
	});

	test('an answer that is read as a stream is passed on as it is', async () => {
		const row = sending({ repeat: 'never' }, [{ body: 'sound' }]);
		expect(await row.send({ ...call, encoding: 'stream' })).toMatchObject({
			answer: { body: 'sound' },
		});
	});

	test('a read about it that is refused or unreadable leaves what is known of it alone', async () => {
		const row = sending({ repeat: 'never' }, [{ body: { id: 'a' } }, { statusCode: 404 }, html]);
		await row.send(call);
		const known = structuredClone(row.kept());
		const read: VendorRequest = { method: 'GET', url: '/call/a', repeat: 'safe' };
		expect((await row.send(read)).failure?.outcome).toBe('refused');
		expect((await row.send(read)).failure).toMatchObject({
			outcome: 'failed',
			message: 'Altur answered 200 with something other than JSON.',
			advice: 'Check the Base URL in the credential.',
			status: 200,
		});
		expect(row.kept()).toEqual(known);
	});
});

describe('a request under an idempotency key', () => {
	test.each<[string, Comes]>([
		['an answer that is no JSON', html],
		['an empty answer', nothing],
		['a lost connection', lost('ECONNRESET')],
		['a 500', { statusCode: 500 }],
	])('goes again after %s, after a while and alone', async (_what, comes) => {
		const row = sending({ repeat: 'keyed' }, [comes, comes, {}]);
		expect(await row.send(call)).toMatchObject({ answer: { status: 200 }, ms: 375 + 750 });
		expect(row.seen.pauses).toEqual([]);
		expect(row.kept()).toBeUndefined();
	});

	test('is unknown when the last answer that may come is no JSON either', async () => {
		const row = sending({ repeat: 'keyed' }, [html, html, html]);
		const { failure } = await row.send(call);
		expect(failure).toMatchObject({
			outcome: 'unknown',
			message: `Altur answered 200 with something other than JSON. ${again}`,
			status: 200,
		});
		expect(row.sent).toHaveLength(3);
		expect(row.kept()).toBeUndefined();
	});
});

describe('a read', () => {
	test('goes again after a passing fault, and as often as it is asked for', async () => {
		const row = sending({ repeat: 'safe' }, [{ statusCode: 503 }, lost('ETIMEDOUT'), {}, {}]);
		expect((await row.send(call)).answer).toMatchObject({ status: 200 });
		expect((await row.send(call)).answer).toMatchObject({ status: 200 });
		expect(row.sent).toHaveLength(4);
		expect(row.seen.pauses).toEqual([]);
		expect(row.kept()).toBeUndefined();
	});

	test('does not go again after an answer that is no JSON, and says where to look', async () => {
		const row = sending({ repeat: 'safe' }, [html]);
		expect((await row.send(call)).failure).toMatchObject({ outcome: 'failed', status: 200 });
		expect(row.kept()).toBeUndefined();
	});

	test('that fails for good says so', async () => {
		const row = sending({ repeat: 'safe' }, [lost('EPIPE'), lost('EPIPE'), lost('EPIPE')]);
		expect((await row.send(call)).failure).toMatchObject({
			outcome: 'failed',
			message: 'Altur: the connection broke before an answer came.',
		});
		expect(row.kept()).toBeUndefined();
	});
});

describe('Stop', () => {
	test('nothing is sent and nothing remembered once the execution was stopped', async () => {
		const row = sending({ repeat: 'never' }, [], AbortSignal.abort());
		expect((await row.send(call)).failure).toMatchObject({
			outcome: 'notAttempted',
			message: 'The execution was stopped before this was sent.',
		});
		expect(row.sent).toEqual([]);
		expect(row.kept()).toBeUndefined();
	});

	test('ends the wait before another try', async () => {
		const stop = new AbortController();
		const row = sending({ repeat: 'safe' }, [{ ...later, statusCode: 503 }], stop.signal);
		setTimeout(() => stop.abort(), 1_000);
		const { failure, ms } = await row.send(call);
		expect(failure?.outcome).toBe('notAttempted');
		expect(ms).toBe(1_000);
	});
});
