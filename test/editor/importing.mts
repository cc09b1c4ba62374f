import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { places } from '../../host/places.mts';

/** ⋮ › Import › From file, as the examples' README says. */
export async function importFromFile(page: Page, file: string): Promise<void> {
	await page.getByTestId('workflow-menu').click();
	const entries = page.locator('[role="menuitem"]:visible');
	await entries.filter({ hasText: /^\s*Import\s*$/ }).hover();
	const chooser = page.waitForEvent('filechooser');
	await entries.filter({ hasText: 'From file' }).click();
	await (await chooser).setFiles(join(places.examples, file));
	await page.getByTestId('canvas-node').first().waitFor();
}

/** Gives the open node this output: pasted into "Edit output" and saved. */
export async function pasteOutput(page: Page, rows: object[]): Promise<void> {
	await page.getByTestId('ndv-edit-pinned-data').click();
	const editor = page.getByTestId('output-panel').locator('[contenteditable="true"]');
	await editor.click();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.insertText(JSON.stringify(rows, null, 2));
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await editor.waitFor({ state: 'hidden' });
}
