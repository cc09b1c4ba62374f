import type { Locator, Page } from 'playwright-core';

/** The right side of an open node. */
export const output = (page: Page): Locator => page.getByTestId('output-panel');

/** How the panel shows items. */
export async function showAs(page: Page, mode: 'schema' | 'table' | 'json'): Promise<void> {
	await output(page).getByTestId(`radio-button-${mode}`).click();
}

/** Runs the open node alone; n8n has taken the order when this ends, so a trigger listens. */
export async function executeStep(page: Page): Promise<void> {
	const ordered = page.waitForResponse((answer) =>
		/\/rest\/workflows\/[^/]+\/run/.test(answer.url()),
	);
	await page.getByTestId('node-execute-button').first().click();
	await ordered;
}

/** Runs the workflow from the canvas and waits for n8n's word that it went well. */
export async function executeWorkflow(page: Page): Promise<void> {
	await page.getByTestId('execute-workflow-button').click();
	await page.getByText('Workflow executed successfully').waitFor({ timeout: 60_000 });
	await page.getByTestId('execute-workflow-button').getByText('Execute workflow').waitFor();
}

/** Drags the form to the left, which leaves most of the screen to the output. */
export async function widen(page: Page): Promise<void> {
	const { x, y } = (await page.getByTestId('panel-drag-button').boundingBox())!;
	await page.mouse.move(x + 5, y + 5);
	await page.mouse.down();
	await page.mouse.move(60, y + 5, { steps: 5 });
	await page.mouse.up();
}
