import { reserved } from './alturClient.mts';
import { openPageLab, patienceMs } from './pageLab.mts';
import type { PageLab } from './pageLab.mts';

jest.setTimeout(patienceMs);

describe('the sandbox’s page in a browser', () => {
	let lab: PageLab;
	let page: PageLab['page'];
	beforeAll(async () => {
		lab = await openPageLab();
		({ page } = lab);
	});
	afterAll(() => lab.close());

	const part = (title: string) => lab.part(title);
	const row = (text: string) => lab.row(text);

	it('shows a call as it rings, and ends it', async () => {
		await lab.call(reserved('006'));
		const call = row(reserved('006'));
		await call.getByText('created').waitFor();
		lab.sandbox.set({ speed: 100 });
		await call.getByText('in-progress').waitFor();
		await lab.order(call, 'End call', { 'It ends as': 'busy' });
		await call.getByText('busy').waitFor();
		await page.getByText(`${reserved('006')}: The call is over.`).waitFor();
		expect(await call.getByRole('button').count()).toBe(0);
		await page.getByText('No number was dialled more than once.').first().waitFor();
	});

	it('makes a number stand out that was dialled twice', async () => {
		await lab.call(reserved('001'));
		await lab.call(reserved('001'));
		await page.getByText('1 number was dialled more than once.').waitFor();
		const calls = part('Altur').getByRole('row').filter({ hasText: '2 times' });
		await calls.nth(1).waitFor();
		expect(await calls.evaluateAll((rows) => rows.map(({ className }) => className))).toEqual([
			'standsOut',
			'standsOut',
		]);
	});

	it('shows a name as it was given, whatever it would be as HTML', async () => {
		const name = '<img src=x onerror=alert(1)>';
		await lab.call('+525512345678', { end_user_display_name: name });
		await row('+525512345678').getByText(name).waitFor();
		expect(await page.locator('img').count()).toBe(0);
	});

	it('keeps the pressed place while rows come in', async () => {
		lab.sandbox.set({ speed: 0.01 });
		await lab.call('+525522222222');
		const button = row('+525522222222').getByRole('button', { name: 'End call' });
		await button.focus();
		await lab.call('+525511111111');
		await row('+525511111111').waitFor();
		expect(await button.evaluate((it) => it === document.activeElement)).toBe(true);
	});

	it('is no wider than a narrow screen, and every control has a name', async () => {
		for (const number of [reserved('001'), reserved('001')]) await lab.call(number);
		await page.getByText('1 number was dialled more than once.').waitFor();
		await page.setViewportSize({ width: 360, height: 740 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
		await part('GuruSup').getByRole('button', { name: 'Send event' }).click();
		const unnamed = await page.evaluate(
			() =>
				Array.from(document.querySelectorAll('input, select, textarea')).filter(
					(field) => !(field as HTMLInputElement).labels?.length,
				).length,
		);
		expect(unnamed).toBe(0);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
		await page.keyboard.press('Escape');
		const tables = await page.locator('table').count();
		expect(await page.locator('table > caption').count()).toBe(tables);
	});

	it('says when the sandbox does not answer, and goes on when it does', async () => {
		await page.route('**/page.json', (route) => route.abort());
		await page.getByText('The sandbox does not answer. Trying again …').waitFor();
		await page.unroute('**/page.json');
		await page.getByText('Live', { exact: true }).waitFor();
	});

	it('runs nothing but its own files', async () => {
		const before = lab.complaints.length;
		await page.evaluate(() => {
			const script = document.createElement('script');
			script.textContent = 'document.title = "taken over"';
			document.body.append(script);
		});
		expect(await page.title()).toBe('Sandbox');
		const forbidden = lab.complaints.splice(before);
		expect(forbidden).toEqual([expect.stringContaining('Content Security Policy')]);
	});

	it('gives the browser no reason to complain', () => {
		const expected = /net::ERR_FAILED|Failed to fetch/;
		expect(lab.complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
	});
});
