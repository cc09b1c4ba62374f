import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { agents } from '../../sandbox/altur/agents.mts';
import { altur, sandboxForTests } from '../support/altur.mts';

const sandbox = sandboxForTests();
const run = async (parameters: object, items: object[] = [{}], job: object = {}) =>
	await altur(sandbox, {
		...job,
		parameters: { resource: 'call', ...parameters },
		items: items as [],
	});
const endedCall = async (): Promise<string> => {
	const { outputs } = await run({
		operation: 'create',
		agentId: agents.diana.id,
		phoneNumber: '+525512345678',
	});
	// At this speed the longest talk is over in a tenth of a second.
	await new Promise((resolve) => setTimeout(resolve, 150));
	return String(outputs[0][0].json.id);
};
const recording = { operation: 'getRecording', callId: '={{ $json.id }}' };
const gets = () => sandbox.it.requests('altur').filter(({ method }) => method === 'GET');

test('a recording comes out as a file with its name and type', async () => {
	const id = await endedCall();
	sandbox.it.set({ recordingBytes: 500_044 });
	const { outputs, error } = await run({ ...recording, binaryPropertyName: 'sound' }, [{ id }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([
		{
			json: { id, fileName: `${id}.wav` },
			binary: { sound: { fileName: `${id}.wav`, mimeType: 'audio/wav', fileExtension: 'wav' } },
			pairedItem: { item: 0 },
		},
	]);
	const { data = '' } = outputs[0][0].binary?.sound ?? {};
	expect(Buffer.from(data, 'base64')).toHaveLength(500_044);
	expect(gets()).toMatchObject([
		{
			path: `/call/${id}/recording`,
			headers: { authorization: '<valid key>', accept: 'audio/*, */*' },
		},
	]);
});

test('a recording that is not there yet says so in the vendor’s words and in ours', async () => {
	const { error } = await run(recording, [{ id: 'cll_00000000000000000000' }]);
	expect(error?.message).toContain('Altur answered: Recording not found (404)');
	expect(error?.description).toContain('may not be ready yet');
});

test('an error answer of any size does not fill the memory', async () => {
	sandbox.it.fail({
		vendor: 'altur',
		fault: { kind: 'status', status: 403, body: { message: 'No', padding: 'x'.repeat(5_000_000) } },
	});
	const { error } = await run(recording, [{ id: 'cll_1' }]);
	expect(error?.message).toContain('status 403');
});

test('a page in the place of a recording is no recording', async () => {
	sandbox.it.fail({ vendor: 'altur', fault: { kind: 'html' } });
	const { error } = await run(recording, [{ id: 'cll_1' }]);
	expect(error?.message).toContain('text/html instead of a recording');
});

test.each([
	[
		{ message: 'Recording is being processed' },
		'Altur answered: Recording is being processed (200)',
	],
	[{ error: 404, message: 'Not yet' }, 'Altur answered: Not yet (404)'],
	[{}, 'Altur answered 200 with something other than a file'],
	[[], 'Altur answered 200 with something other than a file'],
])('words in place of a recording are shown, with what to do: %j', async (body, words) => {
	sandbox.it.fail({ vendor: 'altur', fault: { kind: 'status', status: 200, body } });
	const { error } = await run(recording, [{ id: 'cll_1' }]);
	expect(error?.message).toContain(words);
	expect(error?.description).toContain('may not be ready yet');
});

test('a recording that breaks off is read again', async () => {
	const sound = Buffer.alloc(100_000, 7);
	let asked = 0;
	const server = createServer((_request, response) => {
		asked += 1;
		response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': sound.length });
		if (asked > 1) response.end(sound);
		else response.write(sound.subarray(0, 50_000), () => setTimeout(() => response.destroy(), 20));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const { outputs, error } = await run(recording, [{ id: 'cll_1' }], {
		baseUrl: `http://127.0.0.1:${port}`,
	});
	server.close();
	expect(error).toBeUndefined();
	expect(asked).toBe(2);
	expect(Buffer.from(outputs[0][0].binary?.data?.data ?? '', 'base64')).toEqual(sound);
});

test.each(['gzip', 'identity'])(
	'a recording that stops arriving (%s) is given up, and says so',
	async (encoding) => {
		const sound = randomBytes(50_000);
		const server = createServer((_request, response) => {
			response.writeHead(200, { 'content-type': 'audio/wav', 'content-encoding': encoding });
			// The rest never comes.
			response.write((encoding === 'gzip' ? gzipSync(sound) : sound).subarray(0, 20_000));
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { error } = await run(
			{ ...recording, options: { timeoutSeconds: 1 } },
			[{ id: 'cll_1' }],
			{
				baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
			},
		);
		expect(error?.message).toBe(
			'The recording could not be read to its end: The answer stopped arriving.',
		);
		server.closeAllConnections();
		server.close();
	},
	20_000,
);

test('a redirect is not followed: the key goes to the API’s own host only', async () => {
	sandbox.it.fail({
		vendor: 'altur',
		fault: { kind: 'redirect', to: `${sandbox.url}/sandbox/settings` },
	});
	const { error } = await run(recording, [{ id: 'cll_1' }]);
	expect(error?.message).toContain('status 302');
	expect(gets()).toHaveLength(1);
});

test('an ID cannot lead to another address', async () => {
	await run({ operation: 'getRecording', callId: '../campaigns?x=' });
	expect(gets()).toMatchObject([{ path: '/call/..%2Fcampaigns%3Fx%3D/recording' }]);
});

const served = async (
	status: number,
	headers: Record<string, string>,
	body: string | Buffer,
	job: object = {},
) => {
	const server = createServer((_request, response) => {
		response.writeHead(status, headers).end(body);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const ran = await run(recording, [{ id: 'cll_1' }], {
		baseUrl: `http://127.0.0.1:${port}`,
		...job,
	});
	server.close();
	return ran;
};

test.each([
	['audio/mpeg', 'ID3\x04', 'mp3', 'audio/mpeg'],
	['video/mp4', '????', 'mp4', 'video/mp4'],
	['application/octet-stream', 'OggS', 'ogg', 'audio/ogg'],
])('a recording of %s is named and typed by what it is', async (type, body, ending, mimeType) => {
	const sound = Buffer.from(body.padEnd(70_000, '.'), 'latin1');
	const { outputs } = await served(200, { 'content-type': type }, sound);
	const fileName = `cll_1.${ending}`;
	expect(outputs[0]).toMatchObject([
		{ json: { fileName }, binary: { data: { fileName, mimeType, fileExtension: ending } } },
	]);
	expect(Buffer.from(outputs[0][0].binary?.data?.data ?? '', 'base64')).toEqual(sound);
});

test.each([
	[200, {}],
	[200, { 'content-type': 'audio/wav', 'content-length': '0' }],
	[200, { 'content-type': 'text/html' }],
	[204, {}],
	[206, { 'content-encoding': 'identity' }],
])('an empty recording (%i, %j) is no file: it may not be ready yet', async (status, headers) => {
	const { outputs, error } = await served(status, headers as Record<string, string>, '');
	expect(error?.message).toContain(`Altur answered ${status} with an empty recording`);
	expect(error?.description).toContain('may not be ready yet');
	expect(outputs).toEqual([]);
});

test.each([300, 301, 302, 303, 307, 308])(
	'a recording that stands elsewhere (%i) says that a redirect is not followed, and no signature',
	async (status) => {
		const location = 'https://bucket.example.com/x?X-Amz-Signature=abc';
		const { error } = await served(status, { location }, '');
		expect(error?.message).toMatch(new RegExp(`^Altur answered: status ${status}\\.`));
		expect(error?.description).toContain('which is not followed');
		expect(JSON.stringify([error?.message, error?.description])).not.toContain('Signature');
	},
);
