import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../../host/browser.mts';
import { startReceiver } from '../support/receiver.mts';
import type { Receiver } from '../support/receiver.mts';
import { openLab } from './alturClient.mts';
import type { Lab } from './alturClient.mts';

/** A sandbox whose page is open in a real browser. */
export interface PageLab extends Lab {
	page: Page;
	receiver: Receiver;
	/** All that the browser complained of. */
	complaints: string[];
	/** A vendor's part of the page. */
	part(title: string): Locator;
	/** The rows with this text. */
	row(text: string): Locator;
	/** Presses a button of a part or of a row, fills in what it asks and confirms. */
	order(where: Locator, label: string, fill?: Record<string, string>): Promise<void>;
	close(): Promise<void>;
}

/** How long a test with a browser may take on a busy machine. */
const patienceMs = 60_000;

async function fillIn(field: Locator, value: string): Promise<void> {
	const name = await field.evaluate(({ tagName }) => tagName);
	if (name === 'SELECT') await field.selectOption({ label: value });
	else await field.fill(value);
}

async function openPage(browser: Browser, url: string, complaints: string[]): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	page.on('console', (message) => complaints.push(message.text()));
	page.on('pageerror', ({ message }) => complaints.push(message));
	page.on('dialog', (dialog) => {
		complaints.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	await page.goto(url);
	await page.getByText('Live', { exact: true }).waitFor();
	return page;
}

/** Opens the page of a new sandbox whose calls hardly go on. */
async function openPageLab(): Promise<PageLab> {
	const lab = await openLab({ speed: 0.01 });
	const receiver = await startReceiver();
	const browser = await openBrowser();
	const complaints: string[] = [];
	const page = await openPage(browser, lab.sandbox.url, complaints);
	return {
		...lab,
		page,
		receiver,
		complaints,
		part: (title) => page.getByRole('region', { name: title, exact: true }),
		row: (text) => page.getByRole('row').filter({ hasText: text }),
		async order(where, label, fill = {}) {
			await where.getByRole('button', { name: label }).click();
			const dialog = page.getByRole('dialog');
			for (const [name, value] of Object.entries(fill)) {
				await fillIn(dialog.getByLabel(name), value);
			}
			await dialog.getByRole('button', { name: label }).click();
			await dialog.waitFor({ state: 'detached' });
		},
		async close() {
			await browser.close();
			await lab.sandbox.close();
			await receiver.close();
		},
	};
}

/** The page for all tests of a file. */
export function pageForTests(): { readonly lab: PageLab; readonly page: Page } {
	jest.setTimeout(patienceMs);
	let lab: PageLab;
	beforeAll(async () => {
		lab = await openPageLab();
	});
	afterAll(async () => await lab.close());
	return {
		get lab() {
			return lab;
		},
		get page() {
			return lab.page;
		},
	};
}
