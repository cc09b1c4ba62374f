import type { Locator, Page } from 'playwright-core';

const panel = (page: Page): Locator => page.getByTestId('node-creator');

/** The list of nodes at the editor's right side, from its beginning. */
export async function openPanel(page: Page): Promise<void> {
	await closePanel(page);
	await page.getByTestId('node-creator-plus-button').click();
	await panel(page).getByTestId('node-creator-search-bar').waitFor();
}

/** Closes the list, from wherever in it the user is. */
export async function closePanel(page: Page): Promise<void> {
	if (!(await panel(page).isVisible())) return;
	await page.keyboard.press('Escape');
	await panel(page).waitFor({ state: 'hidden' });
}

/** What the panel lists, by title. */
export const listed = (page: Page, title?: string): Locator => {
	const items = panel(page).getByTestId('node-creator-item-name');
	return title === undefined ? items : items.filter({ hasText: new RegExp(`^\\s*${title}\\s*$`) });
};

/** Types into the panel's search. */
export async function search(page: Page, words: string): Promise<void> {
	await panel(page).getByTestId('node-creator-search-bar').fill(words);
}

/** Goes to a node's details and unfolds what it can do there. */
export async function openDetails(page: Page, node: string, kind: 'Triggers' | 'Actions') {
	await openPanel(page);
	await search(page, node);
	await listed(page, node).click();
	const heading = { hasText: `${kind} (` };
	const section = panel(page).getByTestId('node-creator-category-item').filter(heading);
	await section.waitFor();
	const folded = panel(page).locator('[data-category-collapsed="true"]', heading);
	if (await folded.count()) await section.click();
}

/** Drags what the panel lists to a point of the canvas. */
export async function dragToCanvas(page: Page, title: string, at: { x: number; y: number }) {
	const canvas = page.locator('.vue-flow__pane').first();
	await listed(page, title).dragTo(canvas, { targetPosition: at });
}
