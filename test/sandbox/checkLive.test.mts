import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { checkLive } from '../../sandbox/live/check.mts';
import { vendorNames, vendors } from '../../sandbox/vendors.mts';
import type { VendorName } from '../../sandbox/vendors.mts';
import { idOf } from '../../sandbox/zaia/ids.mts';
import { sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();

const check = async (name: VendorName, key?: string) => {
	const lines: string[] = [];
	const { credential, live } = vendors[name].about;
	const { apiKey, baseUrl } = credential.data(sandbox.url);
	const print = (line: string) => lines.push(line);
	const differing = await checkLive(live, { key: key ?? apiKey!, baseUrl, print });
	return { differing, lines, text: lines.join('\n') };
};

test.each(vendorNames)('%s: a vendor that keeps the contract shows no difference', async (name) => {
	const { differing, text } = await check(name);
	expect(text).not.toContain('differs');
	expect(differing).toBe(0);
});

test.each(vendorNames)('%s: nothing but GET requests is sent', async (name) => {
	await check(name);
	const methods = sandbox.it.requests(name).map(({ method }) => method);
	expect(methods.length).toBeGreaterThan(2);
	expect(new Set(methods)).toEqual(new Set(['GET']));
});

test('fields that are new, gone or of another type are named by place and type, never by value', async () => {
	sandbox.it.zaia.setDrift({ mood: 'secret-mood', createdAt: 17, squadIds: null });
	const { lines, text } = await check('zaia');
	const at = lines.indexOf('GET /api/v1/agents: differs');
	expect(lines.slice(at + 1, at + 4).sort()).toEqual([
		'    [].createdAt is integer, in the contract string',
		'    [].mood (string) is not in the contract',
		'    [].squadIds is null, in the contract array',
	]);
	expect(text).not.toContain('secret-mood');
});

test('a field that vanished is named', async () => {
	const body = [{ thread: 'd23b952f679790d45558ee62c85a7e86' }];
	sandbox.it.fail({
		vendor: 'gurusup',
		path: '/threads',
		fault: { kind: 'status', status: 200, body },
	});
	expect((await check('gurusup')).lines).toContain('    [].thread_fid is missing');
});

test('a value outside of an enum is named by its place', async () => {
	const body = { campaigns: [{ id: 1, name: 'x', status: 'sleeping' }], pagination: {} };
	sandbox.it.fail({
		vendor: 'altur',
		path: '/campaigns',
		fault: { kind: 'status', status: 200, body },
	});
	expect((await check('altur')).text).toContain(
		'campaigns[].status has a value that the contract does not name',
	);
});

test('what the vendor’s own description says differently is named', async () => {
	const post = (schema: object) => ({
		post: { requestBody: { content: { 'application/json': { schema } } } },
	});
	sandbox.it.zaia.setDocument({
		openapi: '3.1.0',
		paths: {
			'/api/v1/chat-messages': {
				...post({
					required: ['chatId', 'tone'],
					properties: {
						chatId: {},
						tone: { type: 'string' },
						role: { $ref: '#/components/schemas/Role' },
					},
				}),
				get: {
					parameters: [
						{ name: 'chatId', in: 'query' },
						{ name: 'cursor', in: 'query' },
					],
				},
			},
		},
		components: { schemas: { Role: { enum: ['assistant', 'operator'] } } },
	});
	const { text } = await check('zaia');
	for (const line of [
		'query cursor is new',
		'query pagination is gone',
		'body tone is new',
		'body tone is required now',
		'body senderId is gone',
		'body role may be assistant, operator',
		'GET /api/v1/agents: differs',
		'is not in the vendor’s description',
	])
		expect(text).toContain(line);
});

test('a wrong key, HTML and silence are named, and the rest is looked at all the same', async () => {
	const { text, differing } = await check('zaia', 'wrong-key');
	expect(text).toContain('the answer has status 401');
	expect(text).not.toContain('wrong-key');
	expect(differing).toBeGreaterThan(5);
	sandbox.it.fail({ vendor: 'zaia', path: '/api/v1/squads', fault: { kind: 'html' } });
	sandbox.it.fail({ vendor: 'zaia', path: '/api/v1/channels', fault: { kind: 'reset' } });
	const lines = (await check('zaia')).text;
	expect(lines).toContain('GET /api/v1/squads: differs\n    the answer is no JSON');
	expect(lines).toContain('GET /api/v1/channels: differs\n    no answer: TypeError');
	expect(lines).toContain('GET /api/v1/agents: as in the contract');
});

test('IDs from one answer lead to the next read', async () => {
	await check('zaia');
	expect(
		sandbox.it.requests('zaia').find(({ path }) => path.endsWith('chat-messages')),
	).toMatchObject({
		query: { chatId: idOf('chat', 1), 'pagination[limit]': '1' },
	});
});

describe('the command', () => {
	const run = async (args: string[], env: Record<string, string> = {}) => {
		const child = spawn(process.execPath, ['--no-warnings', 'sandbox/live/start.mts', ...args], {
			env: { PATH: process.env.PATH, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let text = '';
		child.stdout.on('data', (part: Buffer) => (text += part.toString()));
		child.stderr.on('data', (part: Buffer) => (text += part.toString()));
		const [code] = (await once(child, 'close')) as [number];
		return { code, text };
	};

	test('takes the key from the environment', async () => {
		const env = { ZAIA_API_KEY: 'sandbox-zaia-key', ZAIA_BASE_URL: `${sandbox.url}/zaia/` };
		expect(await run(['zaia'], env)).toMatchObject({
			code: 0,
			text: expect.stringContaining('No differences.'),
		});
	}, 30_000);

	test('says which vendor or which variable is missing', async () => {
		expect(await run([])).toMatchObject({
			code: 2,
			text: expect.stringContaining(vendorNames.join('|')),
		});
		expect(await run(['altur'])).toMatchObject({
			code: 2,
			text: expect.stringContaining('ALTUR_API_KEY'),
		});
	}, 30_000);
});
