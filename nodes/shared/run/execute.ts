import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { onErrorOf } from '../contract/onError';
import type { OnError } from '../contract/onError';
import type { Operation, Vendor } from '../contract/operation';
import type { Gate, Row, Settled } from '../contract/row';
import { SendRecord } from '../once/sendRecord';
import { inOrder } from '../pace/inOrder';
import { joinPace, leavePace } from '../pace/pace';
import { stoppedError } from '../report/errors';
import { emit } from '../report/items';
import { writeDownOnStop } from './onStop';
import { pauseExecution } from './pause';
import { prepare } from './prepare';
import { settleBundled } from './runBundle';
import { notAttempted, rowWorker } from './runRow';
import type { Run } from '../send/send';

function operationOf(context: IExecuteFunctions, vendor: Vendor): Operation {
	const resource = context.getNodeParameter('resource', 0, '') as string;
	const name = context.getNodeParameter('operation', 0, '') as string;
	const operation = vendor.resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === name);
	if (operation) return operation;
	throw new NodeOperationError(
		context.getNode(),
		`There is no operation "${name}" on "${resource}"`,
		{
			description: 'Choose Resource and Operation from the lists in the node.',
		},
	);
}

/** Runs an action node: every row is checked before the first request leaves. */
export async function execute(
	context: IExecuteFunctions,
	vendor: Vendor,
): Promise<INodeExecutionData[][]> {
	const operation = operationOf(context, vendor);
	const onError = onErrorOf(context);
	const prepared = await prepare(context, vendor, operation, onError);
	const { bad } = prepared;
	if (!('rows' in prepared)) return emit(context, operation, onError, bad, []);
	const { account, rows, settings, gates } = prepared;
	const pace = joinPace(account.fingerprint);
	const run: Run = {
		context,
		vendor,
		operation,
		account,
		pace,
		settings,
		record: new SendRecord(context),
		cancelled: context.getExecutionCancelSignal?.(),
	};
	try {
		const settled = await settleRows(run, rows, gates, onError);
		const all = [...bad, ...settled].sort((a, b) => a.index - b.index);
		if (onError === 'stop' && settled.some(hasFailed))
			throw stoppedError(context, operation, vendor, all);
		const output = emit(context, operation, onError, all, gates);
		// n8n runs the node again where the first item is an error: the record must still be there.
		if (!output[0]?.[0]?.json.error) run.record.clear();
		if (operation.pause && !settled.some(hasFailed)) {
			await pauseExecution(context, operation.pause, rows[0]);
		}
		return output;
	} finally {
		leavePace(account.fingerprint, pace);
	}
}

const hasFailed = ({ result }: Settled) => 'failure' in result;

async function settleRows(
	run: Run,
	rows: Row[],
	gates: Gate[],
	onError: OnError,
): Promise<Settled[]> {
	const { bundle } = run.operation;
	const ends = (settled: Settled) =>
		endsRun(run.operation, settled, onError) || (run.pace.isShut && statusOf(settled) === 429);
	if (bundle) return await settleBundled(run, bundle, rows, ends);
	let ending: Settled | undefined;
	const work = rowWorker(run, gates);
	const ledger = writeDownOnStop(run, rows);
	const settle = async (position: number) => {
		const settled = await ledger.watch(rows[position], work);
		if (ends(settled)) ending ??= settled;
		return settled;
	};
	const stops = () => ending !== undefined || run.cancelled?.aborted === true;
	const results = await inOrder(rows.length, run.settings.concurrency, settle, stops).finally(
		async () => {
			ledger.close();
			for (const gate of gates) await gate.close?.();
		},
	);
	return results.map((settled, position) => settled ?? notAttempted(rows[position], ending));
}

const statusOf = ({ result }: Settled) => ('failure' in result ? result.failure.status : undefined);

/** Under "stop" any failure ends the run; some statuses end it always, for the rest would fail alike. */
const endsRun = (
	{ endsRun: statuses = [] }: Operation,
	settled: Settled,
	onError: OnError,
): boolean =>
	hasFailed(settled) && (onError === 'stop' || statuses.includes(statusOf(settled) ?? 0));
