import { sandboxForTests } from '../support/altur.mts';
import { guruSup } from '../support/gurusup.mts';
import { hashOfWeb1001 } from './cases.mts';

const sandbox = sandboxForTests();
const getAll = { resource: 'thread', operation: 'getAll' };
const get = { resource: 'thread', operation: 'get' };
const paths = () => sandbox.it.requests('gurusup').map(({ path }) => path);

test('all threads come from one request, or as many of them as the limit says', async () => {
	const all = await guruSup(sandbox, { parameters: { ...getAll, returnAll: true } });
	expect(all.outputs[0]).toHaveLength(3);
	const two = await guruSup(sandbox, { parameters: { ...getAll, limit: 2 } });
	expect(two.outputs[0]?.map(({ json }) => json.thread_fid)).toEqual(['web-1001', 'web-1002']);
	expect(paths()).toEqual(['/threads', '/threads']);
});

test('a limit that is no number is refused before anything is sent', async () => {
	const { error } = await guruSup(sandbox, { parameters: { ...getAll, limit: 'many' } });
	expect(error?.message).toContain('Limit');
	expect(paths()).toEqual([]);
});

test('a thread comes with all its messages', async () => {
	const { outputs } = await guruSup(sandbox, { parameters: { ...get, threadId: 'web-1001' } });
	expect(outputs[0]?.[0]?.json).toMatchObject({
		thread: hashOfWeb1001,
		messages: [{ body: '¿Dónde está mi pedido?', thread_fid: 'web-1001' }],
	});
});

test.each([
	['+34 600 000 000', 'aae1db16cb7d26331f1c0db692b72091'],
	['conversación/ñ?', '9e1f8bdc072d8bd6043c35be40eab354'],
])('the thread_fid %s is hashed as UTF-8', async (threadId, hash) => {
	await guruSup(sandbox, { parameters: { ...get, threadId } });
	expect(paths()).toEqual([`/threads/${hash}`]);
});

test('a hash goes out as it is, and what is no hash is refused with what to do', async () => {
	const parameters = { ...get, identifyBy: 'hash', threadId: '={{ $json.id }}' };
	await guruSup(sandbox, { parameters, items: [{ id: hashOfWeb1001 }] });
	expect(paths()).toEqual([`/threads/${hashOfWeb1001}`]);
	const { error } = await guruSup(sandbox, {
		parameters,
		items: [{ id: hashOfWeb1001 }, { id: 'web-1001' }],
	});
	expect(error?.message).toContain('Row 2: Thread ID: "web-1001" is no MD5 hash');
	expect(paths()).toHaveLength(1);
});

test('a thread that does not exist is said so in the vendor’s words', async () => {
	const { error } = await guruSup(sandbox, { parameters: { ...get, threadId: 'nobody' } });
	expect(error?.message).toContain('GuruSup answered: Thread not found (404)');
});

test.each(['/', '//', ''])('a Base URL that ends in "%s" works', async (end) => {
	const baseUrl = `${sandbox.url}/gurusup/api/v1${end}`;
	const { error } = await guruSup(sandbox, { parameters: getAll, baseUrl });
	expect(error).toBeUndefined();
});

test('a wrong key is said so, without the key', async () => {
	const { error } = await guruSup(sandbox, { parameters: getAll, key: 'my-wrong-key' });
	expect(error?.message).toContain('(401)');
	expect(error?.description).toContain('Check the API Key in the credential.');
	expect(JSON.stringify(error)).not.toContain('my-wrong-key');
});
