import {
	call,
	html,
	later,
	lost,
	mayHaveBeen,
	nothing,
	pausesForTests,
	sending,
} from '../../support/sending.mts';
import type { Comes } from '../../support/sending.mts';

pausesForTests();

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
			message: `Altur answered 200 with something other than JSON. ${mayHaveBeen}`,
			status: 200,
		});
		expect(row.sent).toHaveLength(3);
		expect(row.kept()).toBeUndefined();
	});
});

describe('what may have been carried out under a key', () => {
	test.each<[string, Comes, number | undefined]>([
		['a refused connection', lost('ECONNREFUSED', { syscall: 'connect' }), undefined],
		['a 422', { statusCode: 422 }, 422],
		['a 401', { statusCode: 401 }, 401],
	])('is not told as refused because of %s afterwards', async (_what, last, status) => {
		const row = sending({ repeat: 'keyed' }, [lost('ECONNABORTED'), last, last]);
		const { failure } = await row.send(call);
		expect(failure).toMatchObject({ outcome: 'unknown', status });
		expect(failure?.message.endsWith(mayHaveBeen)).toBe(true);
	});

	test('is not told as not sent where the execution is stopped before the next try', async () => {
		const stop = new AbortController();
		const row = sending({ repeat: 'keyed' }, [{ ...later, statusCode: 503 }], stop.signal);
		setTimeout(() => stop.abort(), 1_000);
		expect((await row.send(call)).failure).toMatchObject({
			outcome: 'unknown',
			message: `The execution was stopped before the next try. ${mayHaveBeen}`,
		});
	});

	test('nor is what was deleted, whose second try finds nothing, told as not deleted', async () => {
		const row = sending({ repeat: 'safe' }, [lost('ECONNRESET'), { statusCode: 404 }]);
		const { failure } = await row.send({ method: 'DELETE', url: '/contacts/1' });
		expect(failure?.outcome).toBe('unknown');
		expect(failure?.message).toContain('may have been carried out');
		const read = sending({ repeat: 'safe' }, [lost('ECONNRESET'), { statusCode: 404 }]);
		expect((await read.send(call)).failure?.outcome).toBe('refused');
	});

	test('is refused where each try was', async () => {
		const row = sending({ repeat: 'keyed' }, [later, { statusCode: 409 }]);
		expect((await row.send(call)).failure).toMatchObject({ outcome: 'refused', status: 409 });
	});
});

describe('a 409 under an idempotency key', () => {
	const underWay: Comes = {
		statusCode: 409,
		body: { error: 409, message: 'A request with this Idempotency-Key is in progress' },
	};
	const conflict: Comes = { statusCode: 409, body: { message: 'The campaign is finished' } };

	test('is waited for after a try without an answer, longer each time, until the answer is there', async () => {
		const row = sending({ repeat: 'keyed' }, [
			lost('ECONNABORTED'),
			...Array(4).fill(conflict),
			{},
		]);
		const { answer, ms } = await row.send(call);
		expect(answer).toMatchObject({ status: 200 });
		expect(row.sent).toHaveLength(6);
		expect(ms).toBe(375 * (1 + 2 + 4 + 8 + 16));
	});

	test('is waited for where it says that the request is under way, as after a crash', async () => {
		const row = sending({ repeat: 'keyed' }, [
			underWay,
			{ ...underWay, headers: { 'retry-after': '9' } },
			{},
		]);
		const { answer, ms } = await row.send(call);
		expect(answer).toMatchObject({ status: 200 });
		expect(ms).toBe(375 + 9_000);
	});

	test('that does not end leaves the row unknown: the request is under way', async () => {
		const row = sending({ repeat: 'keyed' }, Array(6).fill(underWay));
		const { failure } = await row.send(call);
		expect(failure).toMatchObject({ outcome: 'unknown', status: 409 });
		expect(failure?.message).toContain('is in progress (409)');
		expect(row.sent).toHaveLength(6);
	});

	test.each(['never', 'safe'] as const)('is a plain refusal without a key (%s)', async (repeat) => {
		const row = sending({ repeat }, [underWay]);
		expect((await row.send(call)).failure).toMatchObject({ outcome: 'refused', status: 409 });
	});

	test.each<{ statusCode: number; body: { message: string } }>([
		{ statusCode: 409, body: { message: 'The campaign is finished' } },
		{ statusCode: 409, body: { message: 'The name is already in use' } },
		{ statusCode: 409, body: { message: 'The campaign is in progress' } },
		{ statusCode: 422, body: { message: 'Idempotency-Key is already used with another body' } },
	])('that is about something else is a plain refusal: $body.message', async (comes) => {
		const row = sending({ repeat: 'keyed' }, [comes]);
		const { failure } = await row.send(call);
		expect(failure).toMatchObject({ outcome: 'refused', status: comes.statusCode });
	});

	test.each<[number, object]>([
		[409, { error: { code: 'idempotency_key_in_use' } }],
		[409, { code: 'request_in_progress' }],
		[422, { errorCode: '704', message: 'Request already processed or in progress' }],
		[425, { message: 'The original request is still processing' }],
	])('is waited for in other vendors’ words: %i %j', async (statusCode, body) => {
		const row = sending({ repeat: 'keyed' }, [{ statusCode, body: body as never }, {}]);
		expect((await row.send(call)).answer).toMatchObject({ status: 200 });
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

test('a request may have a time limit and a number of tries of its own', async () => {
	const row = sending({ repeat: 'safe' }, [{ statusCode: 503 }]);
	const patience = { timeoutMs: 700, maxRetries: 0 };
	expect((await row.send({ ...call, patience })).failure?.outcome).toBe('failed');
	expect(row.sent).toMatchObject([{ timeout: 700 }]);
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
