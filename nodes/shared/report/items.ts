import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../contract/failure';
import { NOT_AGAIN } from '../contract/onError';
import type { OnError } from '../contract/onError';
import type { Operation } from '../contract/operation';
import type { Gate, Settled } from '../contract/row';
import { hintOf } from './hint';
import { asObject } from '../values/json';

/** Brings settled rows into the shape n8n expects for each "On Error" setting. */
export function emit(
	context: IExecuteFunctions,
	operation: Operation,
	onError: OnError,
	settled: Settled[],
	gates: Gate[],
): INodeExecutionData[][] {
	const good: INodeExecutionData[] = [];
	const failed: INodeExecutionData[] = [];
	for (const row of settled) {
		const target = onError === 'errorOutput' && 'failure' in row.result ? failed : good;
		for (const item of itemsOf(operation, onError, row)) target.push(item);
	}
	const hint = hintOf(operation, settled, gates);
	if (hint) context.addExecutionHints?.(hint);
	return [[...good, ...failed]];
}

/** What every row about a person begins with, so that the editor shows it without scrolling. */
const begins = (outcome: string, { phoneNumber, line }: Settled): IDataObject => ({
	outcome,
	...(phoneNumber === undefined ? {} : { phoneNumber }),
	...(line === undefined ? {} : { line }),
});

function itemsOf(operation: Operation, onError: OnError, row: Settled): INodeExecutionData[] {
	const pairedItem = { item: row.index };
	const { result } = row;
	if ('items' in result) {
		const first = operation.outcome ? begins(operation.outcome, row) : {};
		return result.items.map((item) => ({
			...item,
			// Twice: once for their place, once so that nothing of the vendor's stands in their stead.
			json: { ...first, ...withoutError(asObject(item.json)), ...first },
			pairedItem: item.pairedItem ?? pairedItem,
		}));
	}
	if ('pass' in result) {
		return [{ json: { ...begins(result.pass.outcome, row), ...result.pass }, pairedItem }];
	}
	return [{ json: failureJson(operation, onError, row, result.failure), pairedItem }];
}

/** A reason may be the beginning of a sentence only; what follows it must not run into it. */
const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

function failureJson(
	{ bundle }: Operation,
	onError: OnError,
	settled: Settled,
	failure: Failure,
): IDataObject {
	const { outcome, message, advice, status } = failure;
	const row = settled.index + 1;
	const text = advice ? `${sentence(message)} ${advice}` : message;
	const own = bundle?.failed(failure) ?? {};
	const known = { ...own, ...begins(outcome, settled) };
	const answered = status === undefined || 'status' in own ? {} : { status };
	if (onError === 'errorOutput') {
		return { error: text, message, details: { ...known, ...answered, row, advice } };
	}
	if (onError === 'tool') {
		return { ...known, message: `${sentence(text)} ${NOT_AGAIN}`, ...answered };
	}
	return { ...known, message, ...answered, row, ...(advice ? { advice } : {}) };
}

/** n8n takes a top-level `error` for a failure and would drop the rest of the item. */
function withoutError(json: IDataObject): IDataObject {
	if (!Object.hasOwn(json, 'error')) return json;
	const { error, ...rest } = json;
	return { ...rest, vendorError: error };
}
