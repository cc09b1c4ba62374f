import type { IExecuteFunctions } from 'n8n-workflow';

/** What an AI agent is told: it repeats a tool whose answer leaves room for it. */
export const NOT_AGAIN =
	'Do not call this tool again with the same values; tell the user what happened.';

/** What the node does with a row that failed. */
export type OnError = 'stop' | 'continue' | 'errorOutput' | 'tool';

/** Reads the node's "On Error" setting; as an AI tool it never throws, because an agent repeats a tool that throws. */
export function onErrorOf(context: IExecuteFunctions): OnError {
	const isTool = (context as { isToolExecution?: () => boolean }).isToolExecution?.() === true;
	if (isTool || context.getNode().type.endsWith('Tool')) return 'tool';
	if (context.getNode().onError === 'continueErrorOutput') return 'errorOutput';
	return context.continueOnFail() ? 'continue' : 'stop';
}
