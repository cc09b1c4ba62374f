import type { IDataObject } from 'n8n-workflow';
import { call, lost, pausesForTests, sending } from '../../support/sending.mts';

const answered = async (
	repeat: 'never' | 'safe' | 'keyed',
	body: unknown,
	method = call.method,
) => {
	const comes = { body: body as IDataObject };
	const row = sending({ repeat }, [comes, comes, comes]);
	const { failure, answer } = await row.send({ ...call, method });
	return { ...row, answer, outcome: failure?.outcome, status: failure?.status, failure };
};

pausesForTests();

test.each<[unknown]>([
	[{ error: 'No' }],
	[{ error: { message: 'No' } }],
	[{ error: true, id: 'cll_1' }],
	[{ error: 402, id: 'cll_1', message: 'No' }],
	[{ error: 402, call: { id: 'cll_1' } }],
	[{ error: 402, call_id: 'cll_1' }],
	[{ error: 402, callId: 7 }],
	[{ ok: false, id: 'cll_1' }],
	[{ success: 0, id: 'cll_1' }],
	[{ status: 'error', id: 'cll_1' }],
	[{ status: 'failed' }],
	[{ error: 1, message: 'No' }],
	[{ success: false, id: 'cll_1' }],
	[{ success: 'false' }],
	[{ errors: ['No'] }],
	[{ errors: { phone: ['No'] } }],
	[{ error: 500, message: 'No' }],
	[{ error: 408, message: 'No' }],
	[{}],
	[[]],
	[[{ id: 'cll_1' }]],
	[null],
	['text'],
	[''],
])(
	'%j in a 200 does not say that a call was placed: unknown, and never sent again',
	async (body) => {
		const { outcome, sent, failure, kept } = await answered('never', body);
		expect(outcome).toBe('unknown');
		expect(failure?.message).toContain('may have been placed; it is not sent again');
		expect(sent).toHaveLength(1);
		expect(kept()).toMatchObject({ why: expect.any(String) });
		expect(kept()).not.toHaveProperty('answer');
	},
);

test.each([
	[{ error: 402, message: 'Insufficient balance' }, 402],
	[{ error: '422', message: 'No such agent', hints: ['agent_id'] }, 422],
	[{ error: 401, message: 'No', success: false }, 401],
	[{ error: 402, message: 'No', paid: true, valid: true }, 402],
	[{ error: 402, message: 'No', request_id: 'r1', call_id: null }, 402],
])(
	'%j in a 200 is what such a status is, by the vendor’s own words: refused',
	async (body, code) => {
		const { outcome, status, failure, kept } = await answered('never', body);
		expect({ outcome, status }).toEqual({ outcome: 'refused', status: code });
		expect(failure?.message).toContain(`${body.message} (${code})`);
		expect(kept()).toBeUndefined();
	},
);

test.each([
	[{ id: 'cll_1' }],
	[{ id: 'cll_1', error: null, errors: [], success: true }],
	[{ id: 'cll_1', error: '', errors: {} }],
	[{ id: 'cll_1', error: 0 }],
	[{ id: 'cll_1', error: false }],
	[{ id: 'cll_1', status: 'failed', code: 480 }],
	[{ id: 'cll_1', ok: true, success: 1 }],
])('%j is an acceptance: fields of an error that say nothing are none', async (body) => {
	expect((await answered('never', body)).answer).toMatchObject({ body });
});

test('under a key a 2xx that says no goes again, and is unknown in the end', async () => {
	const { outcome, sent } = await answered('keyed', { success: false });
	expect(outcome).toBe('unknown');
	expect(sent).toHaveLength(3);
});

test.each([{ error: 'No' }, { success: false, id: 1 }, { errors: [{ message: 'No' }] }, null, ''])(
	'a read that is answered with %j failed',
	async (body) => {
		const { outcome, sent } = await answered('safe', body, 'GET');
		expect(outcome).toBe('failed');
		expect(sent).toHaveLength(1);
	},
);

test('what was asked for may have an error of its own', async () => {
	const body = { id: 'cll_1', status: 'failed', error: 'carrier' };
	expect((await answered('safe', body, 'GET')).answer).toMatchObject({ body });
	expect((await answered('safe', {}, 'GET')).answer).toMatchObject({ body: {} });
});

test('a read that is answered with a passing error in a 200 goes again', async () => {
	const row = sending({ repeat: 'safe' }, [
		{ body: { error: 503, message: 'Busy' } },
		lost('EPIPE'),
		{},
	]);
	expect((await row.send({ ...call, method: 'GET' })).answer).toMatchObject({ status: 200 });
});

test('beside what was made only the words of the error are told, no names or other values', async () => {
	const made = { id: 'cll_1', type: 'outbound', end_user: { display_name: 'Sofía Hernández' } };
	for (const [no, words] of [
		[{ error: 'No' }, 'Altur answered: No (200).'],
		[{ success: false }, 'Altur answered 200 with an error.'],
		[{ errors: [{ message: 'No' }] }, 'Altur answered: No (200).'],
	] as const) {
		const { failure } = await answered('never', { ...made, ...no });
		expect(failure?.message).toMatch(words);
		expect(failure?.message).not.toMatch(/Sofía|outbound/);
	}
});

test('what is read may count no successes', async () => {
	const body = { success: 0, failed: 3, status: 'error' };
	expect((await answered('safe', body, 'GET')).answer).toMatchObject({ body });
});
