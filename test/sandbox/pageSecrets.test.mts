import { request } from 'undici';
import { alturKey, alturPrefix, alturWebhookSecret } from '../../sandbox/altur/address.mts';
import { guruSupKey, guruSupPrefix } from '../../sandbox/gurusup/address.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { FullSandbox } from '../../sandbox/start.mts';
import { zaiaKey, zaiaPrefix } from '../../sandbox/zaia/address.mts';
import { idOf } from '../../sandbox/zaia/ids.mts';
import { startReceiver } from '../support/receiver.mts';
import type { Receiver } from '../support/receiver.mts';

describe('the sandbox’s page', () => {
	let sandbox: FullSandbox;
	let receiver: Receiver;
	beforeAll(async () => {
		sandbox = await startSandbox();
		receiver = await startReceiver();
	});
	afterAll(async () => {
		await sandbox.close();
		await receiver.close();
	});

	const post = async (path: string, headers: Record<string, string>, body: unknown) => {
		const answer = await request(sandbox.url + path, {
			method: 'POST',
			headers,
			body: JSON.stringify(body),
		});
		return await answer.body.text();
	};

	it('never shows a key, a secret, a signature or a token', async () => {
		const address = `${receiver.url.replace('//', '//user-marked:pass-marked@')}/hook?token=query-marked`;
		const broken = 'not-an-address?token=broken-marked';
		sandbox.altur.setWebhook({ url: address, secret: 'd2ViaG9vay1tYXJrZWQ=' });
		sandbox.gurusup.setWebhook({ url: address, key: 'gurusup-webhook-marked' });
		const [{ signature } = { signature: '' }] = await sandbox.altur.send({ url: receiver.url });
		await sandbox.altur.send({});
		await sandbox.altur.send({ url: broken, signature: 'signature-marked' });
		await sandbox.gurusup.send({ key: 'shown-key-marked' });
		await sandbox.gurusup.send({ url: broken });
		const keys = [alturKey, guruSupKey, zaiaKey].join(' ');
		const wrong = { authorization: 'api-key wrong-key-marked', 'x-api-key': 'wrong-key-marked' };
		await post(`${alturPrefix}/call`, wrong, { agent_id: 'body-marked' });
		await post(
			`${alturPrefix}/call?token=query-marked`,
			{ authorization: `api-key ${alturKey}` },
			{},
		);
		await post(`${guruSupPrefix}/messages`, wrong, {});
		await post(
			`${guruSupPrefix}/messages`,
			{ 'x-api-key': guruSupKey },
			{
				body: `${keys} gurusup-webhook-marked`,
				user_fid: 'u',
				thread_fid: 't',
				is_customer_support_agent: false,
			},
		);
		const asZaia = { authorization: zaiaKey };
		const token = await post(`${zaiaPrefix}/api/v1/external-users/authenticate`, asZaia, {
			channelId: idOf('channel', 1),
			externalId: 'crm-1',
			id: null,
			identifier: null,
		});
		await post(`${zaiaPrefix}/api/v1/chat-messages/export`, asZaia, {
			callbackUrl: address,
			rangeStart: null,
		});

		const shown = await (await request(`${sandbox.url}/sandbox/page.json`)).body.text();
		expect(shown).toContain('‹secret› ‹secret› ‹secret›');
		expect(shown).toContain(`${receiver.url}/hook?…`);
		expect(shown).not.toMatch(/marked|sandbox-token-|d2ViaG9vay1tYXJrZWQ/);
		for (const secret of [alturKey, guruSupKey, zaiaKey, alturWebhookSecret, String(signature)]) {
			expect(shown).not.toContain(secret);
		}
		expect(token).toContain('sandbox-token-');
		expect(signature).toMatch(/^[\w+/]+=*$/);
	});

	it('stays readable JSON where a secret is a letter', async () => {
		sandbox.altur.setWebhook({ secret: 'a' });
		const shown = await (await request(`${sandbox.url}/sandbox/page.json`)).body.json();
		expect(shown).toMatchObject({ parts: expect.any(Array) });
	});

	it('allows the browser nothing but its own files', async () => {
		for (const path of ['/', '/sandbox', '/sandbox/page/page.mjs', '/sandbox/page.json']) {
			const { statusCode, headers, body } = await request(sandbox.url + path);
			await body.dump();
			expect(statusCode).toBe(200);
			const policy = String(headers['content-security-policy']);
			expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
			expect(policy).not.toMatch(/unsafe|https?:|\*/);
			expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
		}
	});

	it('serves its own files only', async () => {
		const paths = ['/sandbox/page/routes.mts', '/sandbox/page/..%2froutes.mts', '/sandbox/page/'];
		for (const path of paths) {
			const { statusCode, body } = await request(sandbox.url + path);
			await body.dump();
			expect(statusCode).toBe(404);
		}
	});
});
