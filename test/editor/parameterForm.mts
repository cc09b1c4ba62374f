import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import type { Page } from 'playwright-core';

import type { Title } from './expectedForm.mts';

/** What an open node's form shows. */
export interface SeenForm {
	titles: Title[];
	/** What lists and pickers show as chosen. */
	chosen: string[];
	notices: string[];
	/** Titles of which a part is cut off. */
	cutOff: string[];
}

/** Reads the open node's form from top to bottom, only what is visible. */
export async function readForm(page: Page): Promise<SeenForm> {
	return await page.getByTestId('node-parameters').evaluate((form) => {
		const visible = (selector: string) =>
			Array.from(form.querySelectorAll<HTMLElement>(selector)).filter((one) => one.offsetParent);
		const text = (element?: Element | null) => element?.textContent?.trim() ?? '';
		const labels = visible('[data-test-id="input-label"]').map((label) => ({
			words: label.querySelector<HTMLElement>('label .n8n-text'),
			info: label.querySelector('label [class*="infoIcon"]'),
		}));
		const inputs = visible('.el-select input.el-input__inner') as HTMLInputElement[];
		return {
			titles: labels.map(({ words, info }) => ({ title: text(words), explained: Boolean(info) })),
			chosen: [
				...inputs.map(({ value }) => value),
				...visible('.el-select__tags-text').map((tag) => text(tag)),
			].filter(Boolean),
			notices: visible('.notice').map((one) => text(one)),
			cutOff: labels
				.filter(({ words }) => words && words.scrollWidth > words.clientWidth + 1)
				.map(({ words }) => text(words)),
		};
	});
}

const field = (page: Page, name: string) => page.getByTestId(`parameter-input-${name}`);

/** Chooses an entry of a list by what the user reads. */
export async function choose(page: Page, name: string, title: string): Promise<void> {
	await field(page, name).locator('input').first().click();
	await page
		.locator('.el-select-dropdown__item:visible')
		.filter({ has: page.getByText(title, { exact: true }) })
		.first()
		.click();
}

/** Searches a picker's list and takes what is found. */
export async function pick(page: Page, name: string, title: string): Promise<void> {
	const picker = page.getByTestId(`resource-locator-${name}`);
	await picker.getByTestId('rlc-mode-selector').click();
	await page.locator('.el-select-dropdown__item:visible').filter({ hasText: 'From list' }).click();
	await picker.getByTestId('rlc-input').click();
	await page.getByTestId('rlc-search').filter({ visible: true }).fill(title);
	await page.getByTestId('rlc-item').filter({ visible: true, hasText: title }).first().click();
}

/** From the list of credentials in the open form. */
export async function chooseCredential(page: Page, name: string): Promise<void> {
	await page.getByTestId('node-credentials-select').locator('input').first().click();
	await page
		.locator('.el-select-dropdown__item:visible')
		.filter({ has: page.getByText(name, { exact: true }) })
		.first()
		.click();
}

/** Adds a column of text to the open node that creates a table. */
export async function addColumn(page: Page, name: string): Promise<void> {
	const form = page.getByTestId('node-parameters');
	await form.getByText('Add Column', { exact: true }).click();
	await form.getByTestId('parameter-input-name').last().locator('input').fill(name);
}

/** Adds a field with this value to the open "Edit Fields" node. */
export async function assign(page: Page, name: string, expression: string): Promise<void> {
	await page.getByTestId('assignment-collection-drop-area').click();
	const added = page.getByTestId('assignment').last();
	await added.getByTestId('assignment-name').locator('input').fill(name);
	await added.getByTestId('assignment-value').locator('textarea, input').first().fill(expression);
	await added.locator('.cm-content').waitFor();
}

/**
 * Adds an entry to a collection that offers `of` entries, a single one at once; below it the form has that many
 * other collections with entries to add.
 */
export async function addEntry(page: Page, title: string, below: number, of: number) {
	const buttons = page.getByTestId('node-parameters').getByTestId('collection-parameter-add');
	await buttons.nth(-(below + 1)).click();
	if (of === 1) return;
	await page
		.getByTestId('collection-parameter-option')
		.filter({ visible: true, has: page.getByText(title, { exact: true }) })
		.click();
}

/** Adds a row to a group of fields that takes several, one of each kind. */
export async function addRow(page: Page, field: INodeProperties): Promise<void> {
	const { name, placeholder = '', options = [] } = field;
	const group = page.getByTestId(`fixed-collection-${name}`);
	if (options.length === 1) return await group.getByTestId('fixed-collection-add').click();
	for (const kind of options as INodePropertyCollection[]) {
		await group.getByPlaceholder(placeholder, { exact: true }).last().click();
		await page
			.locator('.el-select-dropdown__item:visible')
			.filter({ has: page.getByText(kind.displayName, { exact: true }) })
			.click();
	}
}
