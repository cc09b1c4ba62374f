import type { IWebhookFunctions } from 'n8n-workflow';
import type { Repeats } from './repeats';

/**
 * True where a trigger took this delivery before. Only for the production URL: whoever tests sends the same
 * delivery again and again. What has no identity is never a repeat.
 */
export async function isRepeat(
	context: IWebhookFunctions,
	repeats: Repeats,
	identity: string | undefined,
): Promise<boolean> {
	if (identity === undefined || context.getMode() === 'manual') return false;
	const scope = `${context.getWorkflow().id}\n${context.getNode().id}`;
	return await repeats.isRepeat(`${scope}\n${identity}`, context.getResponseObject());
}
