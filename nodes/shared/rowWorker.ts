import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Failure, reasonOf } from './failure';
import type { Gate, Pass } from './gate';
import type { Host, Operation, Send } from './operation';
import type { Row, Settled } from './row';
import { repeatedNumbers } from './sameNumber';
import { senderOf } from './sender';
import type { Run } from './sender';
import { asObject } from './values';

/** What to do about a fault of ours. */
const REPORT = 'Please report this.';

/** Makes the function that brings one row to its result. It never throws. */
export function rowWorker(run: Run, rows: Row[], gates: Gate[]): (row: Row) => Promise<Settled> {
	const repeated =
		run.operation.repeat === 'never' ? repeatedNumbers(rows) : new Map<number, Pass>();
	return async (row) => {
		const { index, request } = row;
		const { phoneNumber } = request;
		try {
			const pass = repeated.get(index) ?? (await heldBack(run, gates, row));
			if (pass) return { index, phoneNumber, result: { pass } };
			const items = await itemsOf(run, row, gates);
			return { index, phoneNumber, result: { items } };
		} catch (error) {
			const failure = failureFrom(run.operation, error);
			if (['refused', 'notAttempted'].includes(failure.outcome)) giveBack(gates, row);
			if (failure.outcome === 'unknown') for (const gate of gates) gate.unclear?.(row);
			return { index, phoneNumber, result: { failure } };
		}
	};
}

/** A row that an earlier try has sent already must come out as sent, not as left out. */
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
		const answer = await sendOne(one);
		// From here on someone was called, whatever becomes of the rest of the row.
		if ((one.repeat ?? operation.repeat) === 'never') for (const gate of gates) gate.placed?.(row);
		return answer;
	};
	if (row.steps) {
		const host: Host = {
			helpers: context.helpers,
			itemIndex: index,
			cancelled,
			hint: (message) => context.addExecutionHints?.({ message, location: 'outputPane' }),
		};
		return await row.steps(send, host);
	}
	const { body } = await send(request);
	return shaped(operation, body, row).map((json) => ({ json }));
}

function shaped(operation: Operation, body: unknown, { read }: Row): IDataObject[] {
	const output = operation.output ? operation.output(body, read) : body;
	if (!Array.isArray(output) || operation.outcome) return [asObject(output || {})];
	// Only a listing may find nothing: any other row whose answer is empty must not vanish.
	const isListing = operation.properties.some(({ name }) => name === 'limit');
	return output.length > 0 || isListing ? (output as IDataObject[]) : [{}];
}

/** What was thrown, as a failure. A fault of ours after something may have been sent is said as such. */
export function failureFrom({ repeat }: Operation, error: unknown): Failure {
	if (error instanceof Failure) return error;
	const outcome = repeat === 'safe' ? 'failed' : 'unknown';
	return new Failure(outcome, `The answer could not be used: ${reasonOf(error)}.`, REPORT);
}
