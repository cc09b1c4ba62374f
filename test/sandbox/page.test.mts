import { reserved } from './alturClient.mts';
import { pageForTests } from './pageLab.mts';

const open = pageForTests();

describe('the sandbox’s page in a browser', () => {
	const part = (title: string) => open.lab.part(title);
	const row = (text: string) => open.lab.row(text);

	it('shows a call as it rings, and ends it', async () => {
		await open.lab.call(reserved('006'));
		const call = row(reserved('006'));
		await call.getByText('created').waitFor();
		open.lab.sandbox.set({ speed: 100 });
		await call.getByText('in-progress').waitFor();
		await open.lab.order(call, 'End call', { 'It ends as': 'busy' });
		await call.getByText('busy').waitFor();
		await open.page.getByText(`${reserved('006')}: The call is over.`).waitFor();
		expect(await call.getByRole('button').count()).toBe(0);
		await open.page.getByText('No number was dialled more than once.').first().waitFor();
	});

	it('makes a number stand out that was dialled twice', async () => {
		await open.lab.call(reserved('001'));
		await open.lab.call(reserved('001'));
		await open.page.getByText('1 number was dialled more than once.').waitFor();
		const calls = part('Altur').getByRole('row').filter({ hasText: '2 times' });
		await calls.nth(1).waitFor();
		expect(await calls.evaluateAll((rows) => rows.map(({ className }) => className))).toEqual([
			'standsOut',
			'standsOut',
		]);
	});

	it('shows a name as it was given, whatever it would be as HTML', async () => {
		const name = '<img src=x onerror=alert(1)>';
		await open.lab.call('+525512345678', { end_user_display_name: name });
		await row('+525512345678').getByText(name).waitFor();
		expect(await open.page.locator('img').count()).toBe(0);
	});

	it('keeps the pressed place while rows come in', async () => {
		open.lab.sandbox.set({ speed: 0.01 });
		await open.lab.call('+525522222222');
		const button = row('+525522222222').getByRole('button', { name: 'End call' });
		await button.focus();
		await open.lab.call('+525511111111');
		await row('+525511111111').waitFor();
		expect(await button.evaluate((it) => it === document.activeElement)).toBe(true);
	});

	it('is no wider than a narrow screen, and every control has a name', async () => {
		for (const number of [reserved('001'), reserved('001')]) await open.lab.call(number);
		await open.page.getByText('1 number was dialled more than once.').waitFor();
		await open.page.setViewportSize({ width: 360, height: 740 });
		expect(await open.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
		await part('GuruSup').getByRole('button', { name: 'Send event' }).click();
		const unnamed = await open.page.evaluate(
			() =>
				Array.from(document.querySelectorAll('input, select, textarea')).filter(
					(field) => !(field as HTMLInputElement).labels?.length,
				).length,
		);
		expect(unnamed).toBe(0);
		expect(await open.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
		await open.page.keyboard.press('Escape');
		const tables = await open.page.locator('table').count();
		expect(await open.page.locator('table > caption').count()).toBe(tables);
	});

	it('says when the sandbox does not answer, and goes on when it does', async () => {
		await open.page.route('**/page.json', (route) => route.abort());
		await open.page.getByText('The sandbox does not answer. Trying again …').waitFor();
		await open.page.unroute('**/page.json');
		await open.page.getByText('Live', { exact: true }).waitFor();
	});

	it('runs nothing but its own files', async () => {
		const before = open.lab.complaints.length;
		await open.page.evaluate(() => {
			const script = document.createElement('script');
			script.textContent = 'document.title = "taken over"';
			document.body.append(script);
		});
		expect(await open.page.title()).toBe('Sandbox');
		const forbidden = open.lab.complaints.splice(before);
		expect(forbidden).toEqual([expect.stringContaining('Content Security Policy')]);
	});

	it('gives the browser no reason to complain', () => {
		const expected = /net::ERR_FAILED|Failed to fetch/;
		expect(open.lab.complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
	});
});
