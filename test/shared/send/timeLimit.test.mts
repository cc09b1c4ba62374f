import { gzipSync } from 'node:zlib';

import type { IDataObject } from 'n8n-workflow';

import { altur } from '../../support/altur.mts';
import { callJob } from '../../support/calls.mts';
import { drips, endServers, heard, listen, onData, raw, secure } from '../../support/sockets.mts';
import type { Serve } from '../../support/sockets.mts';

jest.setTimeout(40_000);
afterEach(endServers);

const body = JSON.stringify({ id: 'cll_1', status: 'created', text: 'y'.repeat(200) });
const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
const read = { resource: 'call', operation: 'get', callId: 'cll_1' };

/** A row against a server that does so with each connection, and how long it took. */
async function run(server: typeof raw, serve: Serve, parameters: IDataObject = {}) {
	const job = callJob(1);
	const { options, ...more } = parameters;
	const scheme = server === secure ? 'https' : 'http';
	const baseUrl = `${scheme}://localhost:${await listen(server(onData(serve)))}`;
	const begun = performance.now();
	const { outputs, error } = await altur(
		{ url: '' },
		{
			...job,
			parameters: {
				...job.parameters,
				...more,
				options: { maxRetries: 0, timeoutSeconds: 1, ...(options as IDataObject | undefined) },
			},
			baseUrl,
			onError: 'continueRegularOutput',
		},
	);
	return { item: outputs[0]![0]!, error, ms: performance.now() - begun };
}

const dripping: Array<[string, Serve]> = [
	['its answer by the byte', drips(head + body, 100)],
	[
		'the body by the byte',
		(socket) => {
			socket.write(head);
			drips(body, 100)(socket);
		},
	],
	[
		'an error by the byte',
		(socket) => {
			socket.write(head.replace('200 OK', '500 No'));
			drips(body, 100)(socket);
		},
	],
	[
		'a packed body by the byte',
		(socket) => {
			const packed = gzipSync(body.repeat(20)).toString('latin1');
			socket.write(head.replace(/Content-Length: \d+/, 'Content-Encoding: gzip'));
			socket.setDefaultEncoding('latin1');
			drips(packed, 100)(socket);
		},
	],
	[
		'a body without an end, in pieces',
		(socket) => {
			socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
			drips('1\r\n \r\n'.repeat(2_000), 100, 6)(socket);
		},
	],
];
const both: Array<[string, typeof raw]> = [
	['HTTP', raw],
	['HTTPS', secure],
];
const tried = both.flatMap(([over, server]) =>
	dripping.map(([what, serve]) => ({ over, server, what, serve })),
);

test.each(tried)(
	'$over: to a server that sends $what, a call ends at Timeout and may have been placed',
	async ({ server, serve }) => {
		const { item, ms } = await run(server, serve);
		expect(item.json).toMatchObject({
			outcome: 'unknown',
			message: expect.stringContaining('no answer came in time') as string,
		});
		expect(item.json.message).toContain('may have been placed');
		expect(ms).toBeLessThan(10_000);
		expect(heard.text.match(/POST /g)).toHaveLength(1);
	},
);

test.each(tried)(
	'$over: to a server that sends $what, a read goes again and fails as too late',
	async ({ server, serve }) => {
		const { item } = await run(server, serve, { ...read, options: { maxRetries: 1 } });
		expect(item.json).toMatchObject({
			outcome: 'failed',
			message: 'Altur: no answer came in time.',
			advice: 'Run it again later, or raise "Timeout (Seconds)" under Options.',
		});
		expect(heard.text.match(/GET /g)).toHaveLength(2);
	},
);

test('an answer that takes its time, but is there before Timeout, counts', async () => {
	const { item } = await run(raw, drips(head + body, 100, 100), {
		options: { timeoutSeconds: 20 },
	});
	expect(item.json).toMatchObject({ outcome: 'placed', id: 'cll_1' });
});

test('a recording may take longer than Timeout, as long as it keeps arriving', async () => {
	const sound = `RIFF${'x'.repeat(40)}`;
	const { item, ms } = await run(
		raw,
		(socket) => {
			socket.write(
				`HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nContent-Length: ${sound.length}\r\n\r\n`,
			);
			drips(sound, 300, 4)(socket);
		},
		{ ...read, operation: 'getRecording', binaryPropertyName: 'data' },
	);
	expect(item.json.outcome).toBeUndefined();
	expect(Buffer.from(item.binary!.data!.data, 'base64').toString()).toBe(sound);
	expect(ms).toBeGreaterThan(2_000);
});

test('a recording that falls silent, or whose beginning drips, ends at Timeout', async () => {
	const parameters = { ...read, operation: 'getRecording', binaryPropertyName: 'data' };
	const silent: Serve = (socket) =>
		void socket.write(
			'HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nContent-Length: 99\r\n\r\nRIFF',
		);
	for (const serve of [silent, drips(head + body, 100)]) {
		const { item, ms } = await run(raw, serve, parameters);
		expect(item.json.outcome).toBe('failed');
		expect(ms).toBeLessThan(10_000);
	}
});
