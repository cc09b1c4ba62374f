import stopN8n from '../n8n/teardown.mts';
import { takeBrowser } from './oneBrowser.mts';

/** Closes the browser, then n8n and the sandbox. */
export default async function teardown(): Promise<void> {
	await takeBrowser().close();
	await stopN8n();
}
