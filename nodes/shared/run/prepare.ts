import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { BadInput, Failure } from '../contract/failure';
import type { OnError } from '../contract/onError';
import type { Operation, Vendor } from '../contract/operation';
import type { Gate, Row, Settled } from '../contract/row';
import type { Settings } from '../contract/settings';
import { settingsOf } from '../form/settings';
import { fieldsOf } from '../form/form';
import { onceAsTool } from '../once/onceAsTool';
import { badRowsError } from '../report/errors';
import { checkRows } from './checkRows';
import { checkPause } from './pause';
import { askOnce } from '../send/lookUp';
import { accountOf } from '../send/account';
import type { Account } from '../send/account';
import { isConstant, readersOf } from '../values/reader';

/** A run that may begin: every row is checked, and nothing has been sent. */
export interface Prepared {
	account: Account;
	rows: Row[];
	bad: Settled[];
	settings: Settings;
	gates: Gate[];
}

/** A tool's expressions hold what the model wrote. */
function checkConstants(context: IExecuteFunctions, vendor: Vendor, operation: Operation): void {
	const { parameters } = context.getNode();
	const open = operation.constantInTool?.find((name) => !isConstant(parameters[name]));
	if (open === undefined) return;
	const title = fieldsOf(vendor, operation).find(({ name }) => name === open)?.displayName ?? open;
	const said = `${title}: must be chosen here, without an expression, where the node is a tool`;
	throw new NodeOperationError(context.getNode(), said);
}

/** What rows are checked by, where any of them can be. */
async function guideOf(
	context: IExecuteFunctions,
	vendor: Vendor,
	operation: Operation,
	{ baseUrl }: Account,
): Promise<unknown> {
	const { guide } = operation;
	if (!guide) return undefined;
	const reader = readersOf(context, fieldsOf(vendor, operation), baseUrl);
	const isNeeded = context.getInputData().some((_item, index) => {
		try {
			return guide.isNeeded(reader(index));
		} catch {
			return false;
		}
	});
	if (!isNeeded) return undefined;
	const advice = 'Nothing was sent. Run it again later.';
	return await askOnce(context, vendor, guide.request, advice);
}

/** Checks all that a run needs. Throws where nothing can be sent. */
async function prepared(
	context: IExecuteFunctions,
	vendor: Vendor,
	operation: Operation,
	onError: OnError,
): Promise<Prepared | { bad: Settled[] }> {
	const account = await accountOf(context, vendor.credential);
	if (onError === 'tool') checkConstants(context, vendor, operation);
	const guide = await guideOf(context, vendor, operation, account);
	const { rows, bad } = checkPause(
		operation,
		onError,
		checkRows(context, vendor, operation, account.baseUrl, guide),
	);
	if (onError === 'stop' && bad.length > 0)
		throw badRowsError(context, bad, rows.length + bad.length);
	if (rows.length === 0) return { bad };
	const settings = settingsOf(rows[0].read, vendor, operation);
	const gates = (await operation.gates?.(context, rows, settings.concurrency)) ?? [];
	const actsOnce = operation.repeat !== 'safe' && !operation.bundle;
	if (onError === 'tool' && actsOnce) gates.unshift(onceAsTool(context));
	return { account, rows, bad, settings, gates };
}

/**
 * Prepares a run. Where the node's set-up is at fault and the node is to go on, every row is reported as
 * refused: after a throw n8n would send all input rows out by the success branch, as if they were done.
 */
export async function prepare(
	context: IExecuteFunctions,
	vendor: Vendor,
	operation: Operation,
	onError: OnError,
): Promise<Prepared | { bad: Settled[] }> {
	try {
		return await prepared(context, vendor, operation, onError);
	} catch (error) {
		const { message, description } = error as NodeOperationError;
		const nothing = error instanceof BadInput ? `Nothing was sent. Options › ${message}` : message;
		if (onError === 'stop') {
			throw new NodeOperationError(
				context.getNode(),
				error instanceof BadInput ? nothing : (error as Error),
			);
		}
		const failure = new Failure('refused', nothing, description ?? '');
		return { bad: context.getInputData().map((_item, index) => ({ index, result: { failure } })) };
	}
}
