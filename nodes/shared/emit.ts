import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from './failure';
import { hintsOf } from './hints';
import { NOT_AGAIN } from './onceAsTool';
import type { Operation } from './operation';
import type { Settled } from './row';
import { asObject } from './values';

/** What the node does with a row that failed. */
export type OnError = 'stop' | 'continue' | 'errorOutput' | 'tool';

/** Reads the node's "On Error" setting; as an AI tool it never throws, because an agent repeats a tool that throws. */
export function onErrorOf(context: IExecuteFunctions): OnError {
	const isTool = (context as { isToolExecution?: () => boolean }).isToolExecution?.() === true;
	if (isTool || context.getNode().type.endsWith('Tool')) return 'tool';
	if (context.getNode().onError === 'continueErrorOutput') return 'errorOutput';
	return context.continueOnFail() ? 'continue' : 'stop';
}

/** Brings settled rows into the shape n8n expects for each "On Error" setting. */
export function emit(
	context: IExecuteFunctions,
	operation: Operation,
	onError: OnError,
	settled: Settled[],
): INodeExecutionData[][] {
	const good: INodeExecutionData[] = [];
	const failed: INodeExecutionData[] = [];
	for (const row of settled) {
		const target = onError === 'errorOutput' && 'failure' in row.result ? failed : good;
		for (const item of itemsOf(operation, onError, row)) target.push(item);
	}
	for (const hint of hintsOf(operation, settled)) context.addExecutionHints?.(hint);
	return [[...good, ...failed]];
}

function itemsOf(operation: Operation, onError: OnError, row: Settled): INodeExecutionData[] {
	const pairedItem = { item: row.index };
	const { result } = row;
	const number = row.phoneNumber === undefined ? {} : { phoneNumber: row.phoneNumber };
	if ('items' in result) {
		const outcome = operation.outcome ? { ...number, outcome: operation.outcome } : {};
		return result.items.map((item) => ({
			...item,
			json: { ...withoutError(asObject(item.json)), ...outcome },
			pairedItem: item.pairedItem ?? pairedItem,
		}));
	}
	if ('pass' in result) return [{ json: { ...number, ...result.pass }, pairedItem }];
	return [{ json: failureJson(operation, onError, row, result.failure), pairedItem }];
}

/** A reason may be the beginning of a sentence only; what follows it must not run into it. */
const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

function failureJson(
	{ bundle }: Operation,
	onError: OnError,
	{ phoneNumber, index }: Settled,
	failure: Failure,
): IDataObject {
	const { outcome, message, advice, status } = failure;
	const number = phoneNumber === undefined ? {} : { phoneNumber };
	const known = {
		...number,
		outcome,
		...(status === undefined ? {} : { status }),
		...bundle?.failed(failure),
	};
	const text = advice ? `${sentence(message)} ${advice}` : message;
	if (onError === 'errorOutput') {
		return { error: text, message, details: { ...known, row: index + 1, advice } };
	}
	if (onError === 'tool') {
		return {
			...known,
			message: `${sentence(text)} ${NOT_AGAIN}`,
		};
	}
	return { ...known, message, row: index + 1, ...(advice ? { advice } : {}) };
}

/** n8n takes a top-level `error` for a failure and would drop the rest of the item. */
function withoutError(json: IDataObject): IDataObject {
	if (!Object.hasOwn(json, 'error')) return json;
	const { error, ...rest } = json;
	return { ...rest, vendorError: error };
}
