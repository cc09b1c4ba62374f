import { guruSupKey, guruSupPrefix } from '../../sandbox/gurusup/address.mts';
import { hashOf } from '../../sandbox/gurusup/threads.mts';
import { sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();

async function ask(method: string, path: string, body?: unknown, key = guruSupKey) {
	const answer = await fetch(sandbox.url + guruSupPrefix + path, {
		method,
		headers: { 'x-api-key': key, 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await answer.text();
	const json: unknown = text === '' ? undefined : JSON.parse(text);
	const { status } = answer;
	const problems = json && sandbox.it.judgeAnswer('gurusup', method, path, status, json);
	return { status, json, problems: problems ?? [] };
}

const message = { body: 'x', user_fid: 'u', thread_fid: 't', is_customer_support_agent: false };

test.each([
	['GET', '/threads', undefined, 200],
	['GET', `/threads/${hashOf('web-1001')}`, undefined, 200],
	['GET', `/threads/${hashOf('nobody')}`, undefined, 404],
	['POST', '/messages', message, 200],
	['POST', '/messages', {}, 400],
	['GET', '/messages/000000000000000000000000', undefined, 404],
])('%s %s answers as the contract says (%#)', async (method, path, body, status) => {
	expect(await ask(method, path, body)).toMatchObject({ status, problems: [] });
});

test('a stored message can be read by its ObjectID', async () => {
	const { json } = await ask('POST', '/messages', message);
	const { _id: id } = json as { _id: string };
	expect(id).toMatch(/^[0-9a-f]{24}$/);
	expect(await ask('GET', `/messages/${id}`)).toMatchObject({ json, problems: [] });
});

test.each([
	{ ...message, is_customer_support_agent: 'true' },
	{ ...message, user_fid: 3 },
	{ ...message, body: '' },
	{ ...message, threadFid: 't' },
	{ body: 'x', user_fid: 'u', thread_fid: 't' },
])('a body of other types, names or gaps is refused: %j', async (body) => {
	expect((await ask('POST', '/messages', body)).status).toBe(400);
	expect(sandbox.it.state('gurusup')).toMatchObject({ messages: 3 });
});

test.each(['', 'sandbox-gurusup-kez', 'Bearer sandbox-gurusup-key'])(
	'the key "%s" opens nothing',
	async (key) => expect((await ask('GET', '/threads', undefined, key)).status).toBe(401),
);
