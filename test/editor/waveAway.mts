import type { Page } from 'playwright-core';

/** n8n's messages in the corner come and go over what a user wants to press. */
export async function waveAway(page: Page): Promise<void> {
	await page.addInitScript(() => {
		addEventListener('DOMContentLoaded', () => {
			const style = document.createElement('style');
			style.textContent = '.el-notification { pointer-events: none }';
			document.head.append(style);
		});
	});
}
