import type { Locator, Page } from 'playwright-core';

/** The right side of an open node. */
export const output = (page: Page): Locator => page.getByTestId('output-panel');

/** How the panel shows items. */
export async function showAs(page: Page, mode: 'schema' | 'table' | 'json'): Promise<void> {
	await output(page).getByTestId(`radio-button-${mode}`).click();
}

/** Runs the open node alone. */
export async function executeStep(page: Page): Promise<void> {
	await page.getByTestId('node-execute-button').first().click();
}

/** Runs the workflow from the canvas and waits for n8n's word that it went well. */
export async function executeWorkflow(page: Page): Promise<void> {
	await page.getByTestId('execute-workflow-button').click();
	await page.getByText('Workflow executed successfully').waitFor({ timeout: 60_000 });
}
