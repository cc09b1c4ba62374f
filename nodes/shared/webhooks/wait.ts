import type { IWebhookDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { AWAITED, WAIT_PATH, WAIT_QUERY } from '../contract/wait';
import { failed, gone } from './respond';

const resume: IWebhookDescription = {
	name: 'default',
	httpMethod: 'POST',
	path: WAIT_PATH,
	isFullPath: true,
	restartWebhook: true,
	responseMode: 'onReceived',
	// Without this n8n would answer with a word of its own.
	responseData: '',
};

/** Where a vendor wakes a paused execution. The one without a path is for waits that an earlier version of this package began. */
export const resumeWebhooks: IWebhookDescription[] = [resume, { ...resume, path: '' }];

/** A node's name as JavaScript text that no name can break out of: expressions end at two braces. */
const quoted = (name: string): string =>
	`"${[...Array(name.length).keys()]
		.map((at) => `\\u${name.charCodeAt(at).toString(16).padStart(4, '0')}`)
		.join('')}"`;

/** The wait that the paused execution is in; nothing where it began before waits had names. */
function awaitedBy(context: IWebhookFunctions): unknown {
	// A webhook has no getContext; n8n's expressions read the same.
	const node = `$node[${quoted(context.getNode().name)}]`;
	return context.evaluateExpression(`{{ ${node}.context[${quoted(AWAITED)}] }}`) ?? undefined;
}

const TURNED_AWAY =
	'This address belongs to a wait that has ended, by an earlier delivery or because its time ran out. The delivery was not taken.';

/**
 * Takes the delivery that the execution waits for, and turns every other away: what comes late or again would
 * be taken for another wait's. Nothing throws here, because n8n wakes the execution even then.
 */
export async function takeAwaited(
	context: IWebhookFunctions,
	take: (context: IWebhookFunctions) => Promise<IWebhookResponseData>,
): Promise<IWebhookResponseData> {
	const { [WAIT_QUERY]: shown } = context.getQueryData() as Record<string, unknown>;
	const { name } = context.getNode();
	const told = `A delivery to the node "${name}" of execution ${context.getExecutionId()} was turned away`;
	try {
		if (shown === awaitedBy(context)) return await take(context);
		context.logger.warn(`${told}: ${TURNED_AWAY}`);
		return gone(context, TURNED_AWAY);
	} catch (error) {
		context.logger.error(`${told}, and the execution goes on waiting: ${(error as Error).message}`);
		return failed(context, 'The delivery could not be stored. Deliver it again.');
	}
}
