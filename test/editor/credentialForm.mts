import type { Locator, Page } from 'playwright-core';

const form = (page: Page): Locator => page.getByTestId('editCredential-modal');
const field = (page: Page, name: string): Locator =>
	form(page).getByTestId(`parameter-input-${name}`).locator('input');

/** From the page of credentials to the empty form of a type, by its title. */
export async function startCredential(page: Page, title: string): Promise<void> {
	const types = page.getByTestId('new-credential-type-select').locator('input');
	await types.fill(title);
	await page
		.locator('.el-select-dropdown__item:visible')
		.filter({ hasText: new RegExp(`^\\s*${title}\\s*$`) })
		.click();
	await page.getByTestId('new-credential-type-button').click();
	// n8n names the credential last: before that, a form that was filled in sent no test when saved.
	await form(page).getByTestId('inline-edit-preview').first().filter({ hasText: /\S/ }).waitFor();
}

/** Types the values in and presses Save, upon which n8n tests them. */
export async function saveCredential(page: Page, values: Record<string, string>): Promise<void> {
	for (const [name, value] of Object.entries(values)) await field(page, name).fill(value);
	const tested = page.waitForResponse((answer) => answer.url().endsWith('/rest/credentials/test'));
	await form(page).getByTestId('credential-save-button').click();
	await tested;
}

/** The green banner. */
export const success = (page: Page): Locator =>
	form(page).getByTestId('credentials-config-container-test-success');

/** What n8n called the new credential. */
export async function credentialName(page: Page): Promise<string> {
	return (await form(page).getByTestId('inline-edit-preview').first().innerText()).trim();
}

/** Waits until the red banner gives this reason, and answers all that the form says. */
export async function refusal(page: Page, reason: string): Promise<string> {
	const more = form(page).getByText('More details');
	const details = form(page).getByText(reason);
	await more.or(details).first().waitFor();
	// Once opened, the details stay open.
	if (await more.isVisible()) await more.click();
	await details.waitFor();
	return await form(page).innerText();
}

/** Back to what was under the form. */
export async function closeCredential(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await form(page).waitFor({ state: 'hidden' });
}
