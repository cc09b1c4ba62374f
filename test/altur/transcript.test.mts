import { agents } from '../../sandbox/altur/agents.mts';
import { altur, sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();
const run = async (parameters: object, items: object[] = [{}]) =>
	await altur(sandbox, {
		parameters: { resource: 'call', ...parameters },
		items: items as [],
	});
const place = async (phoneNumber: string, options: object = {}) =>
	await run({
		operation: 'createAndWait',
		agentId: agents.diana.id,
		phoneNumber,
		options: {
			pollIntervalSeconds: 0.05,
			maxWaitMinutes: 1,
			requestsPerSecond: 0,
			...options,
		},
	});
const said = /^Agent: Hola, ¿hablo con [^\n]+\?\nPerson: Sí, ¿quién habla\?\nAgent: Le habla Diana/;

test('a transcript is one item: the call, its thread, and what was said, a line a message', async () => {
	const placed = await place('+525512345678');
	const { id } = placed.outputs[0][0].json;
	const { outputs, error } = await run({ operation: 'getTranscript', callId: id });
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(1);
	const { json } = outputs[0][0];
	expect(Object.keys(json)).toEqual(['callId', 'threadId', 'status', 'messages', 'text']);
	expect(json).toMatchObject({ callId: id, status: 'ended', text: expect.stringMatching(said) });
	expect((json.messages as object[])[0]).toEqual({
		sentBy: 'AI',
		sentAt: expect.any(String),
		content: expect.stringContaining('Hola'),
	});
});

test('a call nobody answered has no messages', async () => {
	const placed = await place('+525550000001');
	const { id } = placed.outputs[0][0].json;
	const { outputs } = await run({ operation: 'getTranscript', callId: id });
	expect(outputs[0]).toMatchObject([{ json: { status: 'busy', messages: [], text: '' } }]);
});

test('a call without a thread says so, and no message is asked for', async () => {
	sandbox.it.fail({
		vendor: 'altur',
		fault: { kind: 'status', status: 200, body: { id: 'cll_x', status: 'ended', thread: null } },
	});
	const { error } = await run({ operation: 'getTranscript', callId: 'cll_x' });
	expect(error?.message).toContain('The call names no thread');
	expect(sandbox.it.requests('altur')).toHaveLength(1);
});

test('Create and Wait brings the transcript along where that is asked for', async () => {
	const without = await place('+525512345678');
	expect(without.outputs[0][0].json).not.toHaveProperty('transcript');
	// In the sandbox a person has one thread with an agent, whatever the call.
	const { outputs, error } = await place('+525587654321', { includeTranscript: true });
	expect(error).toBeUndefined();
	expect(outputs[0][0].json).toMatchObject({
		outcome: 'placed',
		status: 'ended',
		transcript: { threadId: expect.any(String), text: expect.stringMatching(said) },
	});
});

test('a transcript that cannot be read is no failure of a person who was called', async () => {
	sandbox.it.fail({
		vendor: 'altur',
		path: '/message/*',
		fault: { kind: 'status', status: 404, body: { error: 404, message: 'Thread not found' } },
	});
	const { outputs, error } = await place('+525512345678', { includeTranscript: true });
	expect(error).toBeUndefined();
	expect(outputs[0][0].json).toMatchObject({
		outcome: 'placed',
		status: 'ended',
		transcriptError: expect.stringContaining('Thread not found (404)'),
	});
	expect(Object.values(sandbox.it.dialled())).toEqual([1]);
});

test('a call that is still going has no transcript yet', async () => {
	const { outputs } = await place('+525550000006', {
		includeTranscript: true,
		maxWaitMinutes: 0.005,
	});
	expect(outputs[0][0].json).toMatchObject({ timedOut: true });
	expect(sandbox.it.requests('altur').some(({ path }) => path.startsWith('/message'))).toBe(false);
});
