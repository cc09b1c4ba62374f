import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';

/** Readings under way now, by node. Nothing outlives its reading, so that a changed credential counts at once. */
const underWay = new Map<string, Promise<ICredentialDataDecryptedObject>>();

/**
 * The node's credential, read once for all deliveries that come while it is being read: for each reading
 * n8n sets an expression sandbox up, which costs about as much as starting an execution. Where there is
 * none, nothing comes back: a delivery must be refused then, and not fail.
 */
export async function webhookCredential(
	context: IWebhookFunctions,
	type: string,
): Promise<ICredentialDataDecryptedObject> {
	const { id, credentials } = context.getNode();
	const key = [context.getWorkflow().id, id, credentials?.[type]?.id].join('\n');
	const reading = underWay.get(key) ?? read(context, type).finally(() => underWay.delete(key));
	underWay.set(key, reading);
	return await reading;
}

async function read(
	context: IWebhookFunctions,
	type: string,
): Promise<ICredentialDataDecryptedObject> {
	try {
		return await context.getCredentials<ICredentialDataDecryptedObject>(type);
	} catch (error) {
		context.logger.warn(`A delivery was refused: ${(error as Error).message}`);
		return {};
	}
}
