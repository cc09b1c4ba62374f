import getPort from 'get-port';

import { openBrowser } from '../../host/browser.mts';
import startN8n from '../n8n/setup.mts';
import { announceBrowser, keepBrowser } from './oneBrowser.mts';

/** The n8n and the sandbox of the n8n layer, and one Chromium for all tests of this one. */
export default async function setup(): Promise<void> {
	await startN8n();
	const port = await getPort();
	keepBrowser(await openBrowser([`--remote-debugging-port=${port}`]));
	announceBrowser(`http://127.0.0.1:${port}`);
}
