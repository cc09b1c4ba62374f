import { once } from 'node:events';
import net from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:http';

import type { StoredCredential } from '../../host/client.mts';
import { outputOf } from '../../host/client.mts';
import { callNode, rowsOf } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';

jest.setTimeout(60_000);

let real: Lab;
/** What the vendor answers next, as bytes, and the numbers that reached it. */
let answers: Array<{ status: number; type: string; body: Buffer }> = [];
let reached: string[] = [];

const vendor = createServer((request, response) => {
	const chunks: Buffer[] = [];
	request.on('data', (chunk: Buffer) => chunks.push(chunk));
	request.on('end', () => {
		const sent = JSON.parse(Buffer.concat(chunks).toString()) as { phone_number_to: string };
		reached.push(sent.phone_number_to);
		const json = { status: 200, type: 'application/json', body: Buffer.from('{"id":"cll_9"}') };
		const { status, type, body } = answers.shift() ?? json;
		response.writeHead(status, { 'content-type': type }).end(body);
	});
});
const closes = net.createServer((socket) => {
	socket.on('error', () => {}).once('data', () => socket.end());
});
/** A fatal alert of TLS, handshake failure. */
const alerts = net.createServer((socket: Socket) => {
	socket.on('error', () => {}).once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40])));
});
const servers = [vendor, closes, alerts];
const addressOf = (server: net.Server) => `127.0.0.1:${(server.address() as AddressInfo).port}`;

let serial = 0;
const credentialFor = (baseUrl: string) => ({
	name: `Faults ${++serial}`,
	type: 'alturApi',
	data: { apiKey: 'key-of-a-test', baseUrl, webhookSecret: '' },
});

const nodeWith = ({ id, name }: StoredCredential, options = {}) =>
	callNode(options, {
		credentials: { alturApi: { id, name } },
		onError: 'continueRegularOutput',
	});

beforeAll(async () => {
	real = await lab();
	for (const server of servers) {
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
	}
});

afterAll(() => servers.forEach((server) => server.close()));

beforeEach(() => {
	answers = [];
	reached = [];
});

test.each([
	['speaks plain HTTP', vendor, 'the server does not speak HTTPS at this address'],
	['closes before TLS is up', closes, 'the server ended the connection before it was secure'],
	['refuses with an alert', alerts, 'the server refused the secure connection (handshake failure)'],
])(
	'https:// to a server that %s: nobody was called, and all are once the Base URL is right',
	async (_how, server, words) => {
		const credential = credentialFor(`https://${addressOf(server)}/altur`);
		const stored = await real.n8n.createCredential(credential);
		const items = rowsOf(2, 100 * serial);
		const numbers = items.map(({ number }) => number);
		const { workflow, output } = await real.runWorkflow({
			items,
			nodes: nodeWith(stored, { callOncePer: 'November' }),
		});
		expect(output[0]?.map(({ json }) => json)).toMatchObject(
			numbers.map((number) => ({
				outcome: 'refused',
				phoneNumber: number,
				message: `Altur: ${words}. The call to ${number} was not placed.`,
				advice: expect.stringContaining('Base URL') as string,
			})),
		);
		expect(reached).toEqual([]);
		const data = { ...credential.data, baseUrl: `http://${addressOf(vendor)}/altur` };
		await real.n8n.saveCredential({ ...credential, data });
		const again = await real.n8n.waitForExecution(await real.n8n.run(workflow));
		expect(outputOf(again, 'Call')[0]?.map(({ json }) => json.outcome)).toEqual([
			'placed',
			'placed',
		]);
		expect(reached.toSorted()).toEqual(numbers);
	},
);

test("the vendor's reason is told, whatever shape and charset it has", async () => {
	const json = (body: object) => ({
		status: 400,
		type: 'application/json',
		body: Buffer.from(JSON.stringify(body)),
	});
	answers = [
		json({ phone_number_to: ['Enter a valid phone number.'] }),
		json({ detail: [{ loc: ['body', 'agent_id'], msg: 'not a valid uuid', type: 'uuid' }] }),
		{ status: 400, type: 'text/plain', body: Buffer.from('Agent is switched off') },
		{ status: 413, type: 'text/html', body: Buffer.from('<title>Too large</title>') },
		{
			status: 200,
			type: 'application/json; charset=ISO-8859-1',
			body: Buffer.from('{"id":"cll_9","nota":"señal"}', 'latin1'),
		},
	];
	const stored = await real.n8n.createCredential(credentialFor(`http://${addressOf(vendor)}`));
	const { output } = await real.runWorkflow({
		items: rowsOf(5, 5_000),
		nodes: nodeWith(stored, { concurrency: 1 }),
	});
	const said = output[0]!.map(({ json: row }) => row);
	expect(said.slice(0, 4).map(({ message }) => String(message).split('. The call')[0])).toEqual([
		'Altur answered: phone_number_to: Enter a valid phone number. (400)',
		'Altur answered: agent_id: not a valid uuid (400)',
		'Altur answered: Agent is switched off (400)',
		'Altur answered: Too large (413)',
	]);
	expect(said[4]).toMatchObject({ outcome: 'placed', nota: 'señal' });
});

test('a user and a password in the Base URL are refused with the reason, and nothing is sent', async () => {
	const stored = await real.n8n.createCredential(
		credentialFor(`http://user:secret-pw@${addressOf(vendor)}/altur`),
	);
	const { output } = await real.runWorkflow({ items: rowsOf(1, 6_000), nodes: nodeWith(stored) });
	const { outcome, message } = output[0]![0]!.json;
	expect(outcome).toBe('refused');
	expect(message).toContain('user name or password, which would be sent in place of the API key');
	expect(message).not.toContain('secret-pw');
	expect(reached).toEqual([]);
});

test.each([
	['alturApi', 'user:secret-pw@', 'user name or password, which would be sent in place of'],
	['guruSupApi', 'user:secret-pw@', 'user name or password, which would be sent in place of'],
	['zaiaApi', 'user@', 'user name or password, which would be sent in place of'],
	['zaiaApi', 'a b', 'it holds a space'],
])(
	'the Test button of %s refuses %j in the Base URL with the reason',
	async (type, user, words) => {
		const data = { apiKey: 'key-of-a-test', baseUrl: `http://${user}${addressOf(vendor)}` };
		const credential = { name: `Tested ${++serial}`, type, data };
		const { id } = await real.n8n.createCredential(credential);
		const { status, message } = await real.n8n.testCredential(id, credential);
		expect(status).toBe('Error');
		expect(message).toContain(words);
		expect(message).not.toContain('secret-pw');
		expect(reached).toEqual([]);
	},
);
