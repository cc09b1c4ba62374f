import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser, signIn } from './browser.mts';
import { ensureBuilt } from './build.mts';
import { connectClient } from './client.mts';
import { importExamples } from './examples.mts';
import { startN8n } from './n8n.mts';
import { installPackage } from './pack.mts';
import { places } from './places.mts';
import { saveSandboxCredentials } from './sandboxCredentials.mts';
import { takeSandboxPicture } from './sandboxPicture.mts';
import { startSandbox } from '../sandbox/start.mts';

/**
 * Takes the pictures of the examples' canvases for the documentation, from the real editor: of all, or of
 * those whose files are named.
 */
const wanted = process.argv.slice(2);
const folder = join('docs', 'pictures');
await mkdir(folder, { recursive: true });
await ensureBuilt();
const home = join(places.work, 'pictures');
await installPackage(home);
const sandbox = await startSandbox();
const n8n = await startN8n({ userFolder: home });
try {
	const client = await connectClient(n8n.url);
	await saveSandboxCredentials(client, sandbox.url);
	const examples = await importExamples(client);
	const browser = await openBrowser();
	const page = await browser.newPage({ viewport: { width: 1680, height: 950 } });
	await signIn(page, n8n.url);
	for (const [file, { id }] of examples) {
		if (wanted.length > 0 && !wanted.includes(file)) continue;
		await page.goto(`${n8n.url}/workflow/${id}`);
		await page.locator('.vue-flow__node').first().waitFor();
		await page.keyboard.press('1');
		await page.waitForTimeout(1500);
		const picture = join(folder, file.replace(/\.json$/, '.png'));
		await page.screenshot({ path: picture });
		console.log(picture);
	}
	const ofSandbox = join(folder, 'sandbox-page.png');
	await takeSandboxPicture(browser, client, examples, sandbox.url, ofSandbox);
	console.log(ofSandbox);
	await browser.close();
} finally {
	await n8n.stop();
	await sandbox.close();
}
process.exit(0);
