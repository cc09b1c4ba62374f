import type { Page } from 'playwright-core';

/** n8n's messages in the corner come and go over what a user wants to press; movement costs time and blurs pictures. */
export async function waveAway(page: Page): Promise<void> {
	await page.addInitScript(() => {
		addEventListener('DOMContentLoaded', () => {
			const style = document.createElement('style');
			style.textContent = `
				.el-notification { pointer-events: none }
				*, *::before, *::after { transition: none !important; animation-duration: 0s !important }
			`;
			document.head.append(style);
		});
	});
}
