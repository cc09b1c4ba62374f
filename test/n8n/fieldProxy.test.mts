import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { connectClient, outputOf } from '../../host/client.mts';
import type { N8nClient, StoredCredential } from '../../host/client.mts';
import { startN8n, type RunningN8n } from '../../host/n8n.mts';
import { installPackage } from '../../host/pack.mts';
import { places } from '../../host/places.mts';
import { callNode, rowsOf } from '../support/n8nCalls.mts';
import { chain } from '../support/n8nWorkflow.mts';

jest.setTimeout(120_000);

/** What the proxy says to CONNECT, and what it has heard. */
let says = '';
let heard = '';
const proxy = net.createServer((socket) => {
	socket.on('error', () => {});
	socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
	socket.once('data', () => socket.end(says));
});

let userFolder: string;
let n8n: RunningN8n;
let client: N8nClient;
let credential: StoredCredential;

beforeAll(async () => {
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	userFolder = await mkdtemp(join(places.work, 'test-proxy-'));
	await installPackage(userFolder);
	const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
	n8n = await startN8n({ userFolder, env: { HTTPS_PROXY: address, NO_PROXY: '127.0.0.1' } });
	client = await connectClient(n8n.url);
	const data = { apiKey: 'key-of-a-test', webhookSecret: '' };
	credential = await client.createCredential({
		...{ name: 'Behind a proxy', type: 'alturApi' },
		data: { ...data, baseUrl: 'https://api.altur.example/v1' },
	});
}, 120_000);

afterAll(async () => {
	await n8n?.stop();
	proxy.close();
	await rm(userFolder, { recursive: true, force: true });
}, 60_000);

beforeEach(() => (heard = ''));

const page = '\r\nContent-Type: text/html\r\n\r\n<title>Blocked here</title>{"id":"cll_1"}';
const named = 'The proxy between n8n and Altur answered: Blocked here';
const unnamed = "n8n's proxy did not open a connection to this address";

test.each([
	['refuses with 502', `HTTP/1.1 502 Bad Gateway${page}`, named],
	['wants a password', `HTTP/1.1 407 Proxy Authentication Required${page}`, named],
	[
		'redirects to a page of its own',
		`HTTP/1.1 302 Found\r\nLocation: http://a.example${page}`,
		named,
	],
	['answers 201 in place of the vendor', `HTTP/1.1 201 Created${page}`, named],
	['closes without a word', '', unnamed],
])('a proxy of n8n that %s is named, and nobody was called', async (_how, answer, words) => {
	says = answer;
	const items = rowsOf(2);
	const node = callNode(
		{ callOncePer: 'November', maxRetries: 0 },
		{ onError: 'continueRegularOutput' },
	);
	const workflow = await client.createWorkflow(chain(items, [node], [credential]));
	for (const round of [1, 2]) {
		const execution = await client.waitForExecution(await client.run(workflow));
		const rows = outputOf(execution, 'Call')[0]!.map(({ json }) => json);
		// In the second round, too: Call Once Per has released the numbers.
		expect({ round, rows }).toMatchObject({
			round,
			rows: items.map(({ number }) => ({
				outcome: 'refused',
				phoneNumber: number,
				message: expect.stringContaining(words) as string,
			})),
		});
		for (const { message, advice } of rows) {
			expect(message).toContain('was not placed');
			expect(advice).toContain('HTTPS_PROXY');
		}
	}
	expect(heard).toContain('CONNECT api.altur.example:443');
	expect(heard).not.toMatch(/POST |phone_number|key-of-a-test/);
});
