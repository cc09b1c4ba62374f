import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { Failure } from '../contract/failure';
import type { OnError } from '../contract/onError';
import type { Operation, Pause } from '../contract/operation';
import type { Row, Settled } from '../contract/row';
import { AWAITED } from '../contract/wait';
import { waitOf } from '../values/wait';

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
	// Stored with the execution, so that whichever process takes the delivery can compare.
	(context.getContext('node') as IDataObject)[AWAITED] = waitOf(context);
	await context.putExecutionToWait(until);
}
