import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';
import { closed } from './response';

interface Reading {
	/** Nothing where it failed. */
	data: Promise<ICredentialDataDecryptedObject | undefined>;
	/** When it began, by a clock that nobody can set back. */
	at: number;
	/** Deliveries that use it and are not answered yet. */
	deliveries: number;
}

const LONGEST_MS = 1_000;

/** The last reading of each node; gone with the answer to the last delivery that used it. */
const readings = new Map<string, Reading>();

/**
 * The node's credential. Deliveries that overlap share one reading, for a second at most: for each, n8n sets
 * an expression sandbox up, which costs about as much as starting an execution. A delivery that comes alone
 * reads anew, so that a changed credential counts at once. Where there is none, nothing comes back: a
 * delivery must be refused then, and not fail.
 */
export async function webhookCredential(
	context: IWebhookFunctions,
	type: string,
): Promise<ICredentialDataDecryptedObject> {
	const { id, credentials } = context.getNode();
	const key = [context.getWorkflow().id, id, credentials?.[type]?.id].join('\n');
	const reading = current(key) ?? {
		data: read(context, type),
		at: performance.now(),
		deliveries: 0,
	};
	readings.set(key, reading);
	reading.deliveries++;
	void closed(context.getResponseObject()).then(() => {
		reading.deliveries--;
		if (reading.deliveries === 0) forget(key, reading);
	});
	const data = await reading.data;
	// The next delivery tries again: a sender that got a 401 may not come back.
	if (!data) forget(key, reading);
	return data ?? {};
}

function current(key: string): Reading | undefined {
	const reading = readings.get(key);
	return reading && performance.now() - reading.at < LONGEST_MS ? reading : undefined;
}

function forget(key: string, reading: Reading): void {
	if (readings.get(key) === reading) readings.delete(key);
}

async function read(
	context: IWebhookFunctions,
	type: string,
): Promise<ICredentialDataDecryptedObject | undefined> {
	try {
		return await context.getCredentials<ICredentialDataDecryptedObject>(type);
	} catch (error) {
		context.logger.warn(`A delivery was refused: ${(error as Error).message}`);
		return undefined;
	}
}
