import { zaiaKey, zaiaPrefix } from '../../sandbox/zaia/address.mts';
import { until } from './alturClient.mts';
import { pageForTests } from './pageLab.mts';

const open = pageForTests();

describe('a button of the sandbox’s page', () => {
	const part = (title: string) => open.lab.part(title);
	const row = (text: string) => open.lab.row(text);

	it('sends an edited GuruSup event to a receiver, and shows its answer', async () => {
		const guruSup = part('GuruSup');
		await guruSup.getByRole('button', { name: 'Send event' }).click();
		const body = open.page.getByLabel('Body');
		const example = JSON.parse(await body.inputValue()) as { event: string; data: object };
		expect(example).toMatchObject({ event: 'send_message', data: { thread_fid: 'web-1001' } });
		await body.fill('{"event":');
		await open.page.getByLabel(/Receiver/).fill(`${open.lab.receiver.url}/from-the-page`);
		await open.page.getByRole('dialog').getByRole('button', { name: 'Send event' }).click();
		await open.page.getByRole('alert').filter({ hasText: 'Body is not JSON' }).waitFor();
		expect(open.lab.receiver.received).toEqual([]);
		await body.fill(JSON.stringify({ ...example, event: 'mine' }));
		await open.page.getByRole('dialog').getByRole('button', { name: 'Send event' }).click();
		await guruSup.getByRole('row').filter({ hasText: '/from-the-page' }).getByText('200').waitFor();
		expect(open.lab.receiver.json()).toEqual([{ ...example, event: 'mine' }]);
	});

	it('sets GuruSup’s webhook, and offers it when an event is sent', async () => {
		const url = `${open.lab.receiver.url}/gurusup-hook`;
		await open.lab.order(part('GuruSup'), 'Set webhook', { 'Receiver; empty: nobody': url });
		await until('the page knows', async () => {
			await part('GuruSup').getByRole('button', { name: 'Send event' }).click();
			const offered = await open.page.getByLabel(/Receiver/).inputValue();
			await open.page.keyboard.press('Escape');
			return offered === url;
		});
		await open.lab.order(part('GuruSup'), 'Send event');
		expect(open.lab.receiver.received.at(-1)?.path).toBe('/gurusup-hook');
	});

	it('sets Altur’s webhook and sends an event there', async () => {
		const url = `${open.lab.receiver.url}/altur-hook`;
		await open.lab.order(part('Altur'), 'Set webhook', { 'Receiver; empty: nobody': url });
		await open.lab.order(part('Altur'), 'Send event', { Event: 'campaign.cycle_completed' });
		expect(open.lab.receiver.received.at(-1)?.path).toBe('/altur-hook');
		await part('Altur').getByRole('row').filter({ hasText: 'cycle_completed' }).waitFor();
	});

	it('holds an export of Zaia and delivers it on demand', async () => {
		await open.lab.order(part('Zaia'), 'Export delivery', {
			When: 'only on demand, here',
			Format: 'csv',
		});
		await fetch(`${open.lab.sandbox.url}${zaiaPrefix}/api/v1/chat-messages/export`, {
			method: 'POST',
			headers: { authorization: zaiaKey },
			body: JSON.stringify({
				callbackUrl: `${open.lab.receiver.url}/export?t=1`,
				rangeStart: null,
			}),
		});
		await open.lab.order(row('the beginning'), 'Deliver');
		expect(open.lab.receiver.received.at(-1)).toMatchObject({ path: '/export?t=1' });
		await part('Zaia').getByRole('row').filter({ hasText: 'text/csv' }).getByText('200').waitFor();
	});

	it.each([
		[
			'Altur',
			'/altur/api/v1.0/campaigns',
			'Request was throttled. Expected available in 5 seconds.',
		],
		['GuruSup', '/gurusup/api/v1/threads', 'Too many requests'],
		['Zaia', '/zaia/api/v1/agents', '[429] Too many requests'],
	])('forces 429 and 500 of %s for as many requests as asked', async (title, path, words) => {
		const ask = async () => (await fetch(open.lab.sandbox.url + path)).status;
		await open.lab.order(part(title), 'Force 429', {
			'For how many requests': '2',
			'It says to come again': 'in 5 seconds',
		});
		expect([await ask(), await ask(), await ask()]).toEqual([429, 429, 401]);
		await open.lab.order(part(title), 'Force 500', { 'For how many requests': '1' });
		expect([await ask(), await ask()]).toEqual([500, 401]);
		const refused = part('All vendors').getByRole('row').filter({ hasText: title.toLowerCase() });
		await refused.filter({ hasText: '429' }).getByText(words).first().waitFor();
		await refused.filter({ hasText: '500' }).first().waitFor();
	});

	it('says why an order was refused, and keeps what was filled in', async () => {
		await part('Zaia').getByRole('button', { name: 'Force 429' }).click();
		const dialog = open.page.getByRole('dialog');
		await dialog.getByLabel('For how many requests').fill('0');
		await dialog.getByRole('button', { name: 'Force 429' }).click();
		await dialog.getByRole('alert').getByText('body/times must be >= 1').waitFor();
		expect(await dialog.getByLabel('For how many requests').inputValue()).toBe('0');
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await dialog.waitFor({ state: 'detached' });
	});

	it('takes back failures, changes settings, and resets', async () => {
		await open.lab.order(part('Zaia'), 'Force 500', { 'For how many requests': '9' });
		await open.lab.order(part('All vendors'), 'Take back failures');
		expect((await fetch(`${open.lab.sandbox.url}/zaia/api/v1/agents`)).status).toBe(401);
		await open.lab.order(part('All vendors'), 'Settings', { 'Seconds that pass': '77' });
		expect(open.lab.sandbox.settings.speed).toBe(77);
		await open.lab.order(part('All vendors'), 'Reset');
		await open.page.getByText('No phone rang yet.').waitFor();
		expect(open.lab.sandbox.dialled()).toEqual({});
	});
});
