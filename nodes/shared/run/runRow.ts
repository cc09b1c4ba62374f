import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Failure, reasonOf } from '../contract/failure';
import type { Operation } from '../contract/operation';
import type { Send, VendorRequest } from '../contract/request';
import type { Gate, Pass, Row, Settled } from '../contract/row';
import { senderOf } from '../send/send';
import type { Run } from '../send/send';
import { asObject } from '../values/json';
import { hostOf } from './host';
import { idempotencyKey } from './idempotencyKey';

/** Whom a request reaches, as its row's output says it. */
export const whom = ({
	phoneNumber,
	line,
}: VendorRequest): Pick<Settled, 'phoneNumber' | 'line'> => ({
	phoneNumber,
	line,
});

/** A row the run did not get to, because another row ended it or the user did. */
export function notAttempted({ index, request }: Row, ending?: Settled): Settled {
	const why = ending ? `row ${ending.index + 1} ended the run` : 'the execution was stopped';
	const message = `Not attempted: ${why}.`;
	const failure = new Failure(
		'notAttempted',
		message,
		'Run this row again.',
		undefined,
		'not attempted',
	);
	return { index, ...whom(request), result: { failure } };
}

/** What to do about a fault of ours. */
const REPORT = 'Please report this.';

/** Makes the function that brings one row to its result. It never throws. */
export function rowWorker(run: Run, gates: Gate[]): (row: Row) => Promise<Settled> {
	return async (row) => {
		const { index, request } = row;
		try {
			const pass = await heldBack(run, gates, row);
			if (pass) return { index, ...whom(request), result: { pass } };
			const items = await itemsOf(run, row, gates);
			return { index, ...whom(request), result: { items } };
		} catch (error) {
			const failure = failureFrom({ repeat: request.repeat ?? run.operation.repeat }, error);
			if (['refused', 'notAttempted'].includes(failure.outcome)) giveBack(gates, row);
			if (failure.outcome === 'unknown') for (const gate of gates) gate.unclear?.(row);
			return { index, ...whom(request), result: { failure } };
		}
	};
}

/** A row that an earlier try has sent already must come out as sent, not as skipped. */
async function heldBack(run: Run, gates: Gate[], row: Row): Promise<Pass | undefined> {
	const { index, request } = row;
	if (gates.length === 0 || run.record.earlier(index, request)) return undefined;
	for (const [position, gate] of gates.entries()) {
		const pass = await lookedAt(gate, row);
		if (!pass) continue;
		giveBack(gates.slice(0, position), row);
		return pass;
	}
	return undefined;
}

/** A gate looks before anything is sent: where it breaks, its row has not left. */
async function lookedAt(gate: Gate, row: Row): Promise<Pass | undefined> {
	const look = async () => await gate.look(row);
	const pass = await look().catch((error: unknown) =>
		error instanceof Failure
			? error
			: new Failure('notAttempted', `Not sent: ${reasonOf(error)}.`, REPORT),
	);
	if (pass instanceof Failure) throw pass;
	return pass;
}

function giveBack(gates: Gate[], row: Row): void {
	for (const gate of gates) gate.notPlaced?.(row);
}

async function itemsOf(run: Run, row: Row, gates: Gate[]): Promise<INodeExecutionData[]> {
	const { operation, context, cancelled } = run;
	const { index, request } = row;
	const sendOne = senderOf(run, index);
	const send: Send = async (one) => {
		const answer = await sendOne(keyed(run, index, one));
		// From here on someone was called, whatever becomes of the rest of the row.
		if ((one.repeat ?? operation.repeat) !== 'safe') for (const gate of gates) gate.placed?.(row);
		return answer;
	};
	if (row.steps) {
		return await row.steps(send, hostOf(context, index, cancelled));
	}
	const { body } = await send(request);
	return shaped(operation, body, row).map((json) => ({ json }));
}

/** The request under its key: two rows that are the same are two wishes, a row that comes again is one. */
function keyed({ operation, context }: Run, index: number, request: VendorRequest): VendorRequest {
	const { keyHeader } = operation;
	if (!keyHeader || (request.repeat ?? operation.repeat) !== 'keyed') return request;
	const { method, url, body } = request;
	const key = idempotencyKey(context, `${method} ${url}`, String(index), JSON.stringify(body));
	return { ...request, headers: { ...request.headers, [keyHeader]: key } };
}

function shaped(operation: Operation, body: unknown, { read, request }: Row): IDataObject[] {
	const output = operation.output ? operation.output(body, read) : body;
	if (!Array.isArray(output) || operation.outcome) return [asObject(output || {})];
	// Only a listing may find nothing: any other row whose answer is empty must not vanish.
	const isListing =
		request.method === 'GET' && operation.properties.some(({ name }) => name === 'limit');
	return output.length > 0 || isListing ? (output as IDataObject[]) : [{}];
}

/** What was thrown, as a failure. A fault of ours after something may have been sent is said as such. */
export function failureFrom({ repeat }: Pick<Operation, 'repeat'>, error: unknown): Failure {
	if (error instanceof Failure) return error;
	const outcome = repeat === 'safe' ? 'failed' : 'unknown';
	return new Failure(outcome, `The answer could not be used: ${reasonOf(error)}.`, REPORT);
}
