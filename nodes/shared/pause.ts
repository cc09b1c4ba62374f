import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { OnError } from './emit';
import { Failure } from './failure';
import type { Operation } from './operation';
import type { Reader } from './reader';
import type { Row, Settled } from './row';

/**
 * Sends the execution to sleep once the vendor has accepted the row, until someone calls its resume URL.
 * The node's own `webhook` method then shapes what came.
 */
export interface Pause {
	minutes: (read: Reader) => number;
	/** What the execution goes on with when nobody called in time. */
	timedOut: (read: Reader) => IDataObject;
}

/** An execution sleeps once a node run, and a tool's execution not at all: such rows are bad rows. */
export function checkPause(
	{ pause, option }: Operation,
	onError: OnError,
	checked: { rows: Row[]; bad: Settled[] },
): { rows: Row[]; bad: Settled[] } {
	const count = checked.rows.length + checked.bad.length;
	if (!pause || (count <= 1 && onError !== 'tool')) return checked;
	const reason =
		onError === 'tool'
			? `${option.name} pauses the execution, which a tool cannot do`
			: `${option.name} pauses the execution and takes one row a run, but ${count} came; put a Loop Over Items node with a batch size of 1 in front of it`;
	const bad = Array.from({ length: count }, (_, index) => ({
		index,
		result: { failure: new Failure('refused', index === 0 ? reason : 'as row 1') },
	}));
	return { rows: [], bad };
}

/** Puts the execution to sleep. From here on only n8n can wake it, so this comes last. */
export async function pauseExecution(
	context: IExecuteFunctions,
	{ minutes, timedOut }: Pause,
	{ read }: Row,
): Promise<void> {
	const until = new Date(Date.now() + minutes(read) * 60_000);
	// When time runs out n8n passes on the node's input, not what the node returned.
	const [item] = context.getInputData();
	item.json = timedOut(read);
	delete item.binary;
	await context.putExecutionToWait(until);
}
