import type { Page } from 'playwright-core';

/** A node on the canvas. */
export const nodeOf = (page: Page, name: string) =>
	page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);

/** Opens a node by double click. */
export async function openNode(page: Page, name: string): Promise<void> {
	await nodeOf(page, name).dblclick();
	await page.getByTestId('node-parameters').waitFor();
}

/** Back from a node to the canvas. */
export async function closeNode(page: Page): Promise<void> {
	await page.getByTestId('ndv-close-button').click();
	await page.getByTestId('ndv').waitFor({ state: 'hidden' });
}

/** Shows the whole workflow. */
export async function fitView(page: Page): Promise<void> {
	await page.getByTestId('zoom-to-fit').click();
}
