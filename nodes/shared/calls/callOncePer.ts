import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { Failure } from '../contract/failure';
import type { Gate, Pass, Row } from '../contract/row';
import type { Claimed } from '../once/claimStore';
import { joinClaims, leaveClaims } from '../once/claims';
import type { Claims } from '../once/claims';

/** From here on a claim takes n8n's database noticeably long. */
const MANY_ENTRIES = 50_000;

const campaignOf = ({ read }: Row): string =>
	read.within('options').optionalText('callOncePer').trim();

const valueOf = (row: Row): string => `callOncePer\n${campaignOf(row)}\n${row.request.line ?? ''}`;

const PASSES: Record<Exclude<Claimed, 'new'>, (row: Row) => Pass> = {
	done: (row) => ({
		outcome: 'skipped',
		reason: 'alreadyCalled',
		message: `Left out: called before in the campaign "${campaignOf(row)}".`,
	}),
	underWay: (row) => ({
		outcome: 'skipped',
		reason: 'alreadyCalled',
		message: `Left out: another row or run of the campaign "${campaignOf(row)}" is calling this number right now, and says what came of it.`,
	}),
	open: (row) => ({
		outcome: 'unknown',
		message: `Not called again: an earlier row or run of the campaign "${campaignOf(row)}" sent this number and never learned what came of it. Look it up before you call it by hand.`,
	}),
};

/**
 * At most one call a number and campaign name in this workflow, across executions, crashes and restarts.
 * The claim stands in n8n's own database before the request leaves, and is taken back only where nobody
 * was called. Manual runs count; a copied workflow starts anew.
 */
export async function callOncePer(
	context: IExecuteFunctions,
	rows: Row[],
	lanes: number,
): Promise<Gate | undefined> {
	if (!rows.some((row) => campaignOf(row) !== '')) {
		hintAtRerun(context, rows);
		return undefined;
	}
	const { id } = context.getWorkflow();
	const { helpers } = context;
	if (!id || typeof helpers.checkProcessedAndRecord !== 'function') {
		throw new NodeOperationError(
			context.getNode(),
			'Call Once Per needs a saved workflow. Nothing was sent.',
			{
				description: 'n8n keeps the numbers called with the workflow. Save it and run it again.',
			},
		);
	}
	await hintWhereLarge(context);
	const claims = joinClaims(id);
	claims.expect(Math.min(lanes, rows.length));
	return gateOf(context, claims, id);
}

/** A new execution knows nothing of this one. */
function hintAtRerun(context: IExecuteFunctions, rows: Row[]): void {
	const ringing = rows.filter(({ read }) => !read.within('options').flag('checkOnly'));
	if (ringing.length < 2) return;
	context.addExecutionHints?.({
		message: `Another execution calls these ${ringing.length} numbers again. To leave out who was called, set Call Once Per under Options.`,
		location: 'outputPane',
	});
}

/** Without a claim nobody is called. */
const notClaimed = ({ message }: Error): Failure =>
	new Failure(
		'notAttempted',
		`Not called: n8n could not record the number for Call Once Per (${message}).`,
		'Run this row again.',
	);

function gateOf(context: IExecuteFunctions, claims: Claims, workflowId: string): Gate {
	const { helpers } = context;
	/** By row: none may settle what another row of the same number has claimed. */
	const mine = new Map<Row, string>();
	const settle = (row: Row, how: (value: string) => void) => {
		const value = mine.get(row);
		if (value === undefined) return;
		mine.delete(row);
		how(value);
	};
	return {
		look: async (row) => {
			if (campaignOf(row) === '') return undefined;
			const value = valueOf(row);
			const claimed = await claims.claim(helpers, value).catch((error: Error) => error);
			if (claimed instanceof Error) throw notClaimed(claimed);
			if (claimed !== 'new') return PASSES[claimed](row);
			mine.set(row, value);
			return undefined;
		},
		placed: (row) => settle(row, (value) => claims.done(value)),
		notPlaced: (row) => settle(row, (value) => claims.release(helpers, value)),
		unclear: (row) => settle(row, (value) => claims.leaveOpen(value)),
		close: async () => {
			for (const value of mine.values()) claims.leaveOpen(value);
			await claims.flush(helpers);
			leaveClaims(workflowId, claims);
			if (claims.unwritten > 0) hintUnwritten(context, claims.unwritten);
		},
	};
}

function hintUnwritten(context: IExecuteFunctions, count: number): void {
	context.addExecutionHints?.({
		message: `n8n's database did not take ${count} notes of Call Once Per. Nobody is called twice for that; the next run reports these numbers as unknown.`,
		type: 'warning',
		location: 'outputPane',
	});
}

async function hintWhereLarge(context: IExecuteFunctions): Promise<void> {
	const entries = await context.helpers.getProcessedDataCount('workflow', { mode: 'entries' });
	if (entries < MANY_ENTRIES) return;
	context.addExecutionHints?.({
		message: `This workflow remembers ${entries.toLocaleString('en')} numbers for Call Once Per, which slows each call down. Copy the workflow to start with an empty memory, once the campaigns in it are over.`,
		type: 'warning',
		location: 'outputPane',
	});
}
