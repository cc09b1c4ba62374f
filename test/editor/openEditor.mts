import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, selectors } from 'playwright-core';
import type { Page } from 'playwright-core';

import { signIn } from '../../host/browser.mts';
import type { StoredWorkflow } from '../../host/client.mts';
import { places } from '../../host/places.mts';
import { lab } from '../support/n8nLab.mts';
import { browserAddress } from './oneBrowser.mts';
import { waveAway } from './waveAway.mts';

selectors.setTestIdAttribute('data-test-id');

export const screen = { width: 1400, height: 850 };

/** Pictures that tests take, to be looked at. */
export const pictures = join(places.work, 'editor');

export type Editor = Awaited<ReturnType<typeof openEditor>>;

/** n8n's editor in the shared browser, signed in. */
export async function openEditor() {
	const real = await lab();
	const browser = await chromium.connectOverCDP(browserAddress());
	const [context = await browser.newContext()] = browser.contexts();
	const [page = await context.newPage()] = context.pages();
	page.setDefaultTimeout(15_000);
	page.setDefaultNavigationTimeout(45_000);
	await page.setViewportSize(screen);
	if (!page.url().startsWith(real.n8n.session.url)) await signIn(page, real.n8n.session.url);
	await waveAway(page);
	mkdirSync(pictures, { recursive: true });

	const open = async (path: string) => void (await page.goto(`${real.n8n.session.url}${path}`));

	/** Opens a stored workflow, or a new one. */
	const openWorkflow = async (workflow?: Pick<StoredWorkflow, 'id'>) => {
		await open(`/workflow/${workflow?.id ?? 'new'}`);
		await page
			.getByTestId(workflow ? 'canvas-node' : 'canvas-wrapper')
			.first()
			.waitFor();
	};

	/** Leaves the browser open for the next tests. */
	const leave = async () => await browser.close();

	return { ...real, page, open, openWorkflow, leave };
}

/** Closes n8n's messages in the corner and waits until every button has its label; one under way has none. */
async function drawn(page: Page, running: boolean): Promise<void> {
	await page.waitForFunction((running) => {
		const seen = (selector: string) =>
			Array.from(document.querySelectorAll<HTMLElement>(selector)).filter((one) =>
				one.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
			);
		const messages = seen('.el-notification');
		for (const one of messages)
			one.querySelector<HTMLElement>('.el-notification__closeBtn')?.click();
		const blank = seen('button').filter(
			(one) =>
				(!running && one.ariaBusy === 'true') ||
				(!running && /loading/i.test(one.className)) ||
				!(one.innerText.trim() || one.querySelector('svg, img, i')),
		);
		return messages.length + blank.length === 0;
	}, running);
	await page.evaluate(async () => await document.fonts.ready);
}

/** Takes a picture of what the user sees, while something is `running` or once all is done. */
export async function picture(page: Page, name: string, running = false): Promise<string> {
	const path = join(pictures, `${name}.png`);
	await drawn(page, running);
	await page.screenshot({ path, animations: 'disabled' });
	return path;
}
