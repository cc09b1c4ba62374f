import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../contract/failure';
import { NOT_AGAIN } from '../contract/onError';
import type { OnError } from '../contract/onError';
import type { Operation } from '../contract/operation';
import type { Settled } from '../contract/row';
import { hintsOf } from './tally';
import { asObject } from '../values/json';

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
