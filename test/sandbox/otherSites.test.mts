import { request } from 'undici';
import { openLab } from './alturClient.mts';
import type { Lab } from './alturClient.mts';

describe('an order to the sandbox', () => {
	let lab: Lab;
	let host = '';
	beforeAll(async () => {
		lab = await openLab();
		host = new URL(lab.sandbox.url).host;
	});
	afterAll(() => lab.sandbox.close());

	const order = async (
		headers: Record<string, string>,
		method: 'POST' | 'DELETE' = 'POST',
		path = 'reset',
	) => {
		const answer = await request(`${lab.sandbox.url}/sandbox/${path}`, { method, headers });
		return { status: answer.statusCode, text: await answer.body.text() };
	};

	it.each([
		['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example.com' }],
		['another port of this machine', { 'sec-fetch-site': 'same-site' }],
		['a browser that tells only the origin', { origin: 'https://elsewhere.example.com' }],
		['a page without an origin', { origin: 'null' }],
		[
			'a name that was pointed at this machine',
			{
				host: 'elsewhere.example.com',
				origin: 'http://elsewhere.example.com',
				'sec-fetch-site': 'same-origin',
			},
		],
	])('from %s is refused and has no effect', async (_whose, headers: Record<string, string>) => {
		await lab.call('+525512345678');
		expect(await order(headers)).toMatchObject({ status: 403 });
		expect(lab.sandbox.dialled()).not.toEqual({});
		expect(await order(headers, 'DELETE', 'faults')).toMatchObject({ status: 403 });
		expect(await order(headers, 'POST', 'gurusup/events')).toMatchObject({ status: 403 });
		expect(await order(headers, 'POST', '../%73andbox/reset')).toMatchObject({ status: 403 });
	});

	it.each([
		['the page itself', () => ({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })],
		['a program', () => ({})],
	])('from %s is carried out', async (_whose, headers) => {
		await lab.call('+525512345678');
		expect(await order(headers())).toMatchObject({ status: 200 });
		expect(lab.sandbox.dialled()).toEqual({});
	});
});
