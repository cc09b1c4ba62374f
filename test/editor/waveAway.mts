import type { Page } from 'playwright-core';

/** What n8n puts in a user's way, and what takes it away again. */
const inTheWay = ['.el-notification__closeBtn'];

/** Whatever n8n pops up over the page is closed as soon as it hinders something. */
export async function waveAway(page: Page): Promise<void> {
	for (const close of inTheWay) {
		const button = page.locator(close).first();
		await page.addLocatorHandler(button, async () => await button.click(), { noWaitAfter: true });
	}
}
