import type { Browser } from 'playwright-core';
import { campaign, runCampaign } from './campaign.mts';
import type { N8nClient, StoredWorkflow } from './client.mts';

/** Runs the example campaign and takes the picture of what the sandbox's page shows of it. */
export async function takeSandboxPicture(
	browser: Browser,
	n8n: N8nClient,
	examples: Map<string, StoredWorkflow>,
	sandboxUrl: string,
	picture: string,
): Promise<void> {
	const workflow = examples.get(campaign.file);
	if (!workflow) throw new Error(`examples/${campaign.file} is missing.`);
	await runCampaign(n8n, workflow);
	const page = await browser.newPage({ viewport: { width: 1280, height: 1500 } });
	await page.goto(sandboxUrl);
	await page.getByRole('row').nth(20).waitFor();
	await page.screenshot({ path: picture });
}
