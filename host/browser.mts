import chromium from '@sparticuz/chromium';
import { chromium as launcher } from 'playwright-core';
import type { Page } from 'playwright-core';
import { demoOwner } from './client.mts';

/** A real Chromium, as the package registry carries it: no browser need be installed. */
export async function openBrowser(more: string[] = []) {
	return await launcher.launch({
		executablePath: await chromium.executablePath(),
		args: [...chromium.args, ...more],
		headless: true,
	});
}

/** Opens n8n's editor and signs the demo owner in. */
export async function signIn(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/signin`);
	await page
		.locator('input[autocomplete="email"], input[name="emailOrLdapLoginId"]')
		.first()
		.fill(demoOwner.email);
	await page.locator('input[type="password"]').fill(demoOwner.password);
	await page.getByRole('button', { name: /sign in/i }).click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}
