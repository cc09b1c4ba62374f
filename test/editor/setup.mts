import getPort from 'get-port';

import { openBrowser } from '../../host/browser.mts';
import startN8n from '../n8n/setup.mts';
import { atTheEnd } from '../support/teardown.mts';
import { announceBrowser } from './oneBrowser.mts';

/** The n8n and the sandbox of the n8n layer, and one Chromium for all tests of this one. */
export default async function setup(): Promise<void> {
	await startN8n();
	const port = await getPort();
	const browser = await openBrowser([`--remote-debugging-port=${port}`]);
	atTheEnd(async () => await browser.close());
	announceBrowser(`http://127.0.0.1:${port}`);
}
