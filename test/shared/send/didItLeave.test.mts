import { readFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import net from 'node:net';
import type { Server, Socket } from 'node:net';
import type tls from 'node:tls';

import { altur } from '../../support/altur.mts';
import { callJob } from '../../support/calls.mts';
import { makeCertificate } from '../../support/certificate.mts';
import { endServers, heard, listen, onData, raw, secure } from '../../support/sockets.mts';

jest.setTimeout(40_000);

const stranger = makeCertificate();

const proxy = (answer: string) => raw(onData((socket) => void socket.end(answer)));

/** Lets everything through to a server until that has the request, and then speaks in its place. */
const speaksFor = (server: number, bytes: Buffer) =>
	net.createServer((client) => {
		const here = heard;
		const behind = net.connect(server, '127.0.0.1');
		behind.on('error', () => {});
		behind.pipe(client, { end: false });
		client.pipe(behind);
		const look = setInterval(() => {
			if (!here.text) return;
			clearInterval(look);
			behind.unpipe().destroy();
			client.end(bytes);
		}, 5);
		client.on('close', () => clearInterval(look));
	});

const end = (socket: Socket) => void socket.end();
const drop = (socket: Socket) => void socket.destroy();
const reset = (socket: Socket) => void socket.resetAndDestroy();

/** Beginnings of an answer, up to where the connection is cut. */
const length = 'Content-Type: application/json\r\nContent-Length: 40\r\n';
const chunked = 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n';
const cuts: Array<[where: string, headers: string]> = [
	['within the headers', 'Content-Type: app'],
	['before a body with a length', `${length}\r\n`],
	['within a body with a length', `${length}\r\n{"id":"cll_1"`],
	['before a body in chunks', `${chunked}\r\n`],
	['within a chunk', `${chunked}\r\n28\r\n{"id":"cll_1"`],
	['before the last chunk', `${chunked}\r\ne\r\n{"id":"cll_1"}\r\n`],
];
const cutBy = { end, drop, reset };
const cutAfter = (text: string, by: keyof typeof cutBy) =>
	onData((socket) => socket.write(text, () => void setTimeout(() => cutBy[by](socket), 20)));

type Outcome = 'refused' | 'unknown';
interface Way {
	way: string;
	http?: [outcome: Outcome, words: string, at: () => Server | Promise<Server> | string];
	https?: Way['http'];
	proxy?: Way['http'];
}

const TLS_12: tls.TlsOptions = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' };
const TLS_13: tls.TlsOptions = { minVersion: 'TLSv1.3' };
const silent = () => {};
const broke = 'the connection broke before an answer came';
const noTls = 'the server does not speak HTTPS at this address';
const early = 'the server ended the connection before it was secure';
const untrusted = 'the certificate of the server was not accepted';
const alert = 'the server refused the secure connection';
const noTunnel = "n8n's proxy did not open a connection to this address";
const says = (status: string, more = '') =>
	proxy(`HTTP/1.1 ${status}\r\nContent-Type: text/html\r\n${more}\r\n<title>Blocked here</title>`);
const saysProxy = (status: number) =>
	`The proxy between n8n and Altur answered: Blocked here (${status})`;

const ways: Way[] = [
	{
		way: 'The name is not known',
		http: ['refused', 'the address of the Base URL was not found', () => 'nowhere.invalid'],
		https: ['refused', 'the address of the Base URL was not found', () => 'nowhere.invalid'],
		proxy: ['refused', "the address of n8n's proxy was not found", () => 'http://nowhere.invalid'],
	},
	{
		way: 'Nobody listens at the port',
		http: ['refused', 'the connection was refused', () => 'localhost:1'],
		https: ['refused', 'the connection was refused', () => 'localhost:1'],
		proxy: ['refused', "the connection to n8n's proxy failed", () => 'http://127.0.0.1:1'],
	},
	{
		way: 'The server speaks plain HTTP',
		https: ['refused', noTls, () => createHttp((_request, response) => response.end('{}'))],
	},
	{
		way: 'The server speaks something else first',
		http: ['unknown', 'something other than HTTP', () => raw((s) => void s.write('SSH-2.0-x\r\n'))],
		https: ['refused', noTls, () => raw((socket) => void socket.write('SSH-2.0-x\r\n'))],
		proxy: ['refused', noTunnel, () => proxy('SSH-2.0-x\r\n\r\n')],
	},
	{
		way: 'It closes when the first bytes come',
		http: ['unknown', broke, () => raw(onData(end))],
		https: ['refused', early, () => raw(onData(end))],
		proxy: ['refused', noTunnel, () => raw(onData(end))],
	},
	{
		way: 'It resets when the first bytes come',
		http: ['unknown', broke, () => raw(onData(reset))],
		https: ['refused', early, () => raw(onData(reset))],
		proxy: ['refused', "the connection to n8n's proxy failed", () => raw(onData(reset))],
	},
	{
		way: 'It says nothing until time is up',
		http: ['unknown', 'no answer came in time', () => raw(silent)],
		https: ['refused', 'no secure connection was there in time', () => raw(silent)],
		proxy: ['refused', "n8n's proxy did not answer in time", () => raw(silent)],
	},
	{
		way: 'Alert: no cipher in common',
		https: [
			'refused',
			`${alert} (handshake failure)`,
			() => secure(silent, { ...TLS_12, ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' }),
		],
	},
	{
		way: 'Alert: an old version of TLS alone',
		https: [
			'refused',
			`${alert} (protocol version)`,
			() =>
				secure(silent, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }),
		],
	},
	{
		way: 'A client certificate is wanted, TLS 1.2',
		https: [
			'refused',
			`${alert} (handshake failure)`,
			() => secure(silent, { ...TLS_12, requestCert: true }),
		],
	},
	{
		way: 'A client certificate is wanted, TLS 1.3: refused after our side was ready',
		https: ['unknown', broke, () => secure(silent, { ...TLS_13, requestCert: true })],
	},
	{
		way: 'A certificate that nobody signed, TLS 1.2',
		https: ['refused', untrusted, () => secure(silent, { ...TLS_12, ...stranger })],
	},
	{
		way: 'A certificate that nobody signed, TLS 1.3',
		https: ['refused', untrusted, () => secure(silent, { ...TLS_13, ...stranger })],
	},
	{
		way: 'TLS is up, it closes at once',
		https: ['unknown', broke, () => secure(end)],
	},
	{
		way: 'TLS is up, it breaks off when the request comes',
		https: ['unknown', broke, () => secure(onData(drop))],
	},
	{
		way: 'TLS is up, silence until time is up',
		https: ['unknown', 'no answer came in time', () => secure(silent)],
	},
	{
		way: 'TLS is up, an alert after the request',
		https: [
			'unknown',
			broke,
			async () =>
				speaksFor(await listen(secure(silent, TLS_12)), Buffer.from([21, 3, 3, 0, 2, 2, 40])),
		],
	},
	{
		way: 'TLS is up, plain text after the request',
		https: [
			'unknown',
			broke,
			async () => speaksFor(await listen(secure(silent, TLS_13)), Buffer.from('HTTP/1.1 200 OK')),
		],
	},
	...[403, 407, 502, 504, 302].map((status): Way => ({
		way: `The proxy refuses with ${status}`,
		proxy: ['refused', saysProxy(status), () => says(`${status} No`)],
	})),
	{
		way: 'The proxy refuses with 401',
		proxy: ['refused', 'Blocked here (401)', () => says('401 No')],
	},
	...[201, 202, 204, 299].map((status): Way => ({
		way: `The proxy answers ${status} in place of the vendor`,
		proxy: [
			'refused',
			// A body after "204 No Content" is none of HTTP.
			status === 204 ? noTunnel : `answered: No such site (${status})`,
			() => proxy(`HTTP/1.1 ${status} Fine\r\n\r\n{"id":"cll_1","message":"No such site"}`),
		],
	})),
	{
		way: 'The proxy answers 200 with a page of its own and closes',
		proxy: ['refused', early, () => says('200 OK')],
	},
	{
		way: 'The proxy opens the way and closes it again',
		proxy: ['refused', early, () => proxy('HTTP/1.1 200 OK\r\n\r\n')],
	},
	...[200, 404, 500].flatMap((status) =>
		[['after the status line', ''], ...cuts].map(([where, headers]): Way => {
			const text = `HTTP/1.1 ${status} Any\r\n${headers}`;
			return {
				way: `It answers ${status}, cut ${where}`,
				http: ['unknown', broke, () => raw(cutAfter(text, 'end'))],
				https: ['unknown', broke, () => secure(cutAfter(text, 'end'))],
			};
		}),
	),
	{
		way: 'The server answers 502',
		http: ['unknown', 'Altur answered: Blocked here (502)', () => says('502 Bad Gateway')],
		https: [
			'unknown',
			'Altur answered: Blocked here (502)',
			() => secure(onData((s) => void s.end('HTTP/1.1 502 No\r\n\r\n<h1>Blocked here</h1>'))),
		],
	},
];

const routes = ['http', 'https', 'proxy'] as const;
const tried = ways.flatMap(({ way, ...by }) =>
	routes.flatMap((route) => {
		const [outcome, words, at] = by[route] ?? [];
		return at ? [{ way, route, outcome, words: words ?? '', at }] : [];
	}),
);

afterEach(async () => {
	delete process.env.HTTPS_PROXY;
	endServers();
});

test.each(tried)('$route: $way → $outcome', async ({ way, route, outcome, words, at }) => {
	const timeoutSeconds = way.includes('until time is up') ? 2 : 30;
	const made = await at();
	const place = typeof made === 'string' ? made : `localhost:${await listen(made)}`;
	if (route === 'proxy') process.env.HTTPS_PROXY = place.replace(/^localhost/, 'http://127.0.0.1');
	const baseUrl = route === 'proxy' ? 'https://vendor.invalid' : `${route}://${place}`;
	const job = callJob(1);
	const { outputs } = await altur(
		{ url: '' },
		{
			...job,
			parameters: { ...job.parameters, options: { maxRetries: 0, timeoutSeconds } },
			baseUrl,
			onError: 'continueRegularOutput',
		},
	);
	const { json } = outputs[0]![0]!;
	expect(json).toMatchObject({ outcome, message: expect.stringContaining(words) });
	const placed = outcome === 'refused' ? 'was not placed' : 'may have been placed';
	expect(json.message).toContain(placed);
	expect(json.advice).not.toBe('');
	// What is called "not placed" must not have reached anyone.
	if (outcome === 'refused') expect(heard.text).not.toMatch(/POST |phone_number/);
});

const broken = [200, 401, 429, 500].flatMap((status) =>
	cuts.map(([where, headers]) => ({ status, where, headers })),
);

test.each(broken)(
	'$status, cut $where: a call may have been placed, a read goes again and fails',
	async ({ status, headers }) => {
		const text = `HTTP/1.1 ${status} Any\r\n${headers}`;
		const job = callJob(1, { maxRetries: 1 });
		const read = { ...job.parameters, resource: 'call', operation: 'get', callId: 'cll_1' };
		const tryOut = async (scheme: string, server: typeof raw, by: keyof typeof cutBy) => {
			const baseUrl = `${scheme}://localhost:${await listen(server(cutAfter(text, by)))}`;
			for (const parameters of [job.parameters, read]) {
				const ran = await altur(
					{ url: '' },
					{ ...job, parameters, baseUrl, onError: 'continueRegularOutput' },
				);
				const { outcome, message } = ran.outputs[0]![0]!.json;
				expect({ scheme, by, outcome, message }).toEqual({
					...{ scheme, by, outcome: parameters === read ? 'failed' : 'unknown' },
					message: expect.stringContaining(broke) as unknown,
				});
			}
		};
		await Promise.all([
			tryOut('http', raw, 'end'),
			tryOut('http', raw, 'reset'),
			tryOut('https', secure, 'end'),
			tryOut('https', secure, 'drop'),
		]);
		expect(heard.text.match(/POST \/call/g)).toHaveLength(4);
		expect(heard.text.match(/GET \/call/g)).toHaveLength(8);
	},
);

test('whatever a proxy answers to CONNECT, nobody was called and no answer is the vendor’s', async () => {
	let status = 0;
	const serve = onData(
		(socket) => void socket.end(`HTTP/1.1 ${status} Any\r\n\r\n{"id":"cll_1","status":"created"}`),
	);
	process.env.HTTPS_PROXY = `http://127.0.0.1:${await listen(raw(serve))}`;
	for (status = 100; status < 600; status += 1) {
		const { outputs } = await altur(
			{ url: '' },
			{
				...callJob(1, { maxRetries: 0, timeoutSeconds: 30 }),
				baseUrl: 'https://vendor.invalid',
				// A 429 pauses its account.
				key: `key-of-test-${status}`,
				onError: 'continueRegularOutput',
			},
		);
		const { outcome, message } = outputs[0]![0]!.json;
		expect({ status, outcome, message }).toEqual({
			...{ status, outcome: 'refused' },
			message: expect.stringContaining('was not placed') as unknown,
		});
	}
	expect(heard.text).not.toMatch(/POST |phone_number/);
}, 180_000);

test('the table in the documents is the one that is tried here', () => {
	const cell = (by: Way['http']) => (by ? (by[0] === 'refused' ? 'not placed' : 'unknown') : '–');
	const table = readFileSync('docs/design/did-it-leave.md', 'utf8')
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.slice(2)
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((text) => text.trim()),
		);
	expect(table).toEqual(
		ways.map(({ way, ...by }) => [way, ...routes.map((route) => cell(by[route]))]),
	);
});
