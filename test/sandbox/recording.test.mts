import { request } from 'undici';
import { alturKey, alturPrefix } from '../../sandbox/altur/address.mts';
import { openLab, reserved } from './alturClient.mts';
import type { Lab } from './alturClient.mts';

describe('the recording of a call', () => {
	let lab: Lab;
	beforeAll(async () => {
		lab = await openLab();
	});
	afterEach(() => lab.sandbox.reset());
	afterAll(() => lab.sandbox.close());

	const endedCall = async (number = '+525512345678'): Promise<string> => {
		const { body } = await lab.call(number);
		lab.sandbox.set({ speed: 1_000_000 });
		await new Promise((resume) => setTimeout(resume, 10));
		return body.id;
	};

	it('is there once the call ended, as a WAV file of the size that is set', async () => {
		const { body } = await lab.call('+525512345678');
		const path = `/call/${body.id}/recording`;
		expect((await lab.ask('GET', path)).status).toBe(404);
		lab.sandbox.set({ speed: 1_000_000, recordingBytes: 100_044 });
		await new Promise((resume) => setTimeout(resume, 10));
		const {
			headers,
			statusCode,
			body: sound,
		} = await request(lab.sandbox.url + alturPrefix + path, {
			headers: { authorization: `api-key ${alturKey}` },
		});
		const bytes = Buffer.from(await sound.arrayBuffer());
		expect([statusCode, headers['content-type'], bytes.length]).toEqual([
			200,
			'audio/wav',
			100_044,
		]);
		expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
		expect(bytes.readUInt32LE(40)).toBe(100_000);
	});

	it('does not exist of calls that nobody answered', async () => {
		const id = await endedCall(reserved('001'));
		expect((await lab.ask('GET', `/call/${id}/recording`)).status).toBe(404);
	});

	it('needs the key', async () => {
		const id = await endedCall();
		const answer = await lab.ask('GET', `/call/${id}/recording`, undefined, { key: '' });
		expect(answer.status).toBe(401);
	});

	it('of 200 MB is not held in memory', async () => {
		const id = await endedCall();
		lab.sandbox.set({ recordingBytes: 200_000_044 });
		const before = process.memoryUsage().rss;
		const { body: sound } = await request(`${lab.sandbox.url}${alturPrefix}/call/${id}/recording`, {
			headers: { authorization: `api-key ${alturKey}` },
		});
		let length = 0;
		for await (const part of sound) length += (part as Buffer).length;
		expect(length).toBe(200_000_044);
		expect(process.memoryUsage().rss - before).toBeLessThan(120_000_000);
	});
});
