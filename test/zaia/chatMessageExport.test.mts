import { sandboxForTests } from '../support/altur.mts';
import { zaia } from '../support/zaia.mts';

const sandbox = sandboxForTests();
const callbackUrl = 'https://n8n.acme.com/webhook/zaia-export';

const start = async (parameters: object = {}, baseUrl?: string) =>
	await zaia(sandbox, {
		baseUrl,
		parameters: {
			resource: 'chatMessage',
			operation: 'export',
			rangeStart: '',
			callbackUrl,
			...parameters,
		},
	});

const sent = () => sandbox.it.requests('zaia').at(-1);

beforeEach(() => void sandbox.it.zaia.setExports({ when: 'held' }));

test('without dates the start goes out as null and the rest not at all', async () => {
	const { outputs, error } = await start();
	expect(error).toBeUndefined();
	expect(sent()).toMatchObject({ method: 'POST', path: '/api/v1/chat-messages/export' });
	expect(sent()?.body).toStrictEqual({ rangeStart: null, callbackUrl });
	expect(outputs[0]?.[0]?.json).toEqual({ message: 'Export started' });
});

test('dates without an offset are in the workflow’s time zone and go out with their offset', async () => {
	await start({
		rangeStart: '2026-01-05T09:30:00',
		additionalFields: {
			rangeEnd: '2026-07-05',
			language: { __rl: true, mode: 'id', value: 'ptBr' },
		},
	});
	expect(sent()).toMatchObject({
		status: 200,
		body: {
			rangeStart: '2026-01-05T09:30:00-05:00',
			rangeEnd: '2026-07-05T23:59:59.999-04:00',
			language: 'ptBr',
		},
	});
});

test('a date with an offset keeps it', async () => {
	await start({ rangeStart: '2026-01-05T09:30:00Z' });
	expect(sent()?.body).toMatchObject({ rangeStart: '2026-01-05T09:30:00Z' });
	await start({ rangeStart: '2026-01-05T09:30:00.000-03:00' });
	expect(sent()?.body).toMatchObject({ rangeStart: '2026-01-05T09:30:00-03:00' });
	await start({ rangeStart: '2026-01-05 09:30 -0300' });
	expect(sent()?.body).toMatchObject({ rangeStart: '2026-01-05T09:30:00-03:00' });
});

test('a date from an expression goes out with its own offset', async () => {
	const { error } = await start({ rangeStart: '={{ $now.setZone("America/Sao_Paulo") }}' });
	expect(error).toBeUndefined();
	expect(sent()).toMatchObject({
		status: 200,
		body: { rangeStart: expect.stringMatching(/-03:00$/) },
	});
});

test.each([
	['a date that is none', { rangeStart: 'yesterday' }, 'Range Start: "yesterday" is no date'],
	[
		'a day that does not exist',
		{ rangeStart: '2026-02-30' },
		'Range Start: "2026-02-30" is no date',
	],
	[
		'an end that is none',
		{ additionalFields: { rangeEnd: '5/1/26' } },
		'Range End: "5/1/26" is no',
	],
	[
		'a start after its end',
		{ rangeStart: '2026-02-02', additionalFields: { rangeEnd: '2026-02-01' } },
		'Range Start: is after Range End',
	],
])('%s is refused before anything is sent', async (_what, parameters, words) => {
	const { error } = await start(parameters);
	expect(error?.message).toContain(words);
	expect(sandbox.it.requests('zaia')).toEqual([]);
});

describe('a callback URL', () => {
	const refused = async (url: string, baseUrl?: string) => {
		const { error } = await start({ callbackUrl: url }, baseUrl);
		return error?.message ?? 'accepted';
	};

	test.each(['http://n8n.acme.com/webhook/x', 'ftp://n8n.acme.com/x'])(
		'%s is refused because it is not HTTPS',
		async (url) => {
			expect(await refused(url)).toContain('does not start with https:, which Zaia demands');
			expect(sandbox.it.requests('zaia')).toEqual([]);
		},
	);

	test.each([
		'https://10.1.2.3/x',
		'https://172.16.0.1/x',
		'https://172.31.255.255/x',
		'https://192.168.1.10/x',
		'https://169.254.169.254/latest/meta-data',
		'https://100.64.0.1/x',
		'https://0.0.0.0/x',
		'https://224.0.0.1/x',
		'https://3232235786/x',
		'https://0x0a.1/x',
		'https://[fd00::1]/x',
		'https://[fe80::1]/x',
		'https://[::ffff:10.0.0.1]/x',
		'https://n8n/x',
		'https://n8n.local/x',
		'https://nas.internal/x',
	])('%s is refused because it is not public', async (url) => {
		expect(await refused(url)).toContain('Zaia calls public servers only');
	});

	test.each(['n8n.acme.com/webhook', 'https://', 'https://a b.com'])(
		'%s is refused because it is no address',
		async (url) => {
			expect(await refused(url)).toContain('is no address');
		},
	);

	test.each(['https://172.32.0.1/x', 'https://[2606:4700::1111]/x', 'https://x.example.co.uk/x'])(
		'%s is public',
		async (url) => {
			expect(await refused(url)).toBe('accepted');
		},
	);

	test.each(['http://127.0.0.1:5678/x', 'http://localhost:5678/x', 'http://[::1]:5678/x'])(
		'%s is let through with a Base URL on this machine, and only there',
		async (url) => {
			expect(await refused(url)).toBe('accepted');
			expect(await refused(url, 'https://zaia.invalid')).toContain('does not start with https:');
			const secure = url.replace('http:', 'https:');
			expect(await refused(secure, 'https://zaia.invalid')).toContain('public servers only');
		},
	);

	test('the query of the address, which may hold a secret, is not repeated in the refusal', async () => {
		expect(await refused('http://n8n.acme.com/x?signature=abc')).not.toContain('abc');
	});
});
