import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { pictures } from './openEditor.mts';

/** Pictures the open node's form down to its last field. */
export async function formPicture(page: Page, name: string): Promise<void> {
	const clip = await page.getByTestId('node-parameters').evaluate((form) => {
		const items = Array.from(form.querySelectorAll<HTMLElement>('.parameter-item, button, label'));
		const { x, y, width } = form.getBoundingClientRect();
		const ends = items.filter((one) => one.offsetParent).map((one) => one.getBoundingClientRect());
		return { x, y, width, height: Math.max(...ends.map(({ bottom }) => bottom)) - y + 12 };
	});
	await page.screenshot({ path: join(pictures, `${name}.png`), clip, animations: 'disabled' });
}
