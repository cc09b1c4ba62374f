import type { IExecuteFunctions } from 'n8n-workflow';
import { WAIT_PATH, WAIT_QUERY } from '../contract/wait';

/** Names the wait of this run of this node: no other of the execution has the same name, in loops neither. */
export function waitOf(context: IExecuteFunctions): string {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	return `${context.getNode().id}.${$runIndex as number}`;
}

/**
 * The address that wakes this wait and no other. n8n's own is the same for all waits of an execution, so
 * that a late file would be taken for the next one; it is signed, and lets a query and a path pass.
 */
export function addressOfWait(context: IExecuteFunctions): string {
	const shared = String(context.evaluateExpression('{{ $execution.resumeUrl }}', 0));
	// Without WEBHOOK_URL it may be no address; the operation says so in words.
	if (!URL.canParse(shared)) return shared;
	const address = new URL(shared);
	address.pathname += `/${WAIT_PATH}`;
	address.searchParams.set(WAIT_QUERY, waitOf(context));
	return address.href;
}
