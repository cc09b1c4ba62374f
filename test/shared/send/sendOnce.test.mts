import type { VendorRequest } from '../../../nodes/shared/contract/request.ts';
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
			expect(first.failure?.message.endsWith(`. ${mayHaveBeen}`)).toBe(true);
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
			message: `An earlier try of this execution sent this row and got no answer. ${mayHaveBeen}`,
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
		expect(row.seen).toEqual({ pauses: [3_000, 3_000], rates: [7, 7, 7], over: 1 });
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
