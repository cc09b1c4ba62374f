import { createHash } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * A UUID (version 5's layout) that is the same for the same request of the same run: a re-run by Retry On
 * Fail sends it again, another execution or other content does not.
 */
export function idempotencyKey(context: IExecuteFunctions, ...parts: string[]): string {
	const run = [
		context.getInstanceId(),
		context.getWorkflow().id,
		context.getExecutionId(),
		context.getNode().id,
		context.getWorkflowDataProxy(0).$runIndex as number,
	];
	const hash = createHash('sha1').update(JSON.stringify([...run, ...parts]));
	const bytes = hash.digest().subarray(0, 16);
	bytes[6] = (bytes[6] & 0x0f) | 0x50;
	bytes[8] = (bytes[8] & 0x3f) | 0x80;
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
