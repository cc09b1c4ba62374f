import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { Failure } from '../contract/failure';
import type { Gate, Pass, Row } from '../contract/row';
import type { Claimed } from '../once/claimStore';
import { campaignOf } from './campaignName';
import { isCheckOnly } from './checkOnly';
import { inForce } from './inForce';
import { joinClaims, leaveClaims } from '../once/claimsOf';
import type { Claims } from '../once/claims';

/** From here on a claim takes n8n's database noticeably long. */
const MANY_ENTRIES = 50_000;

const nameIn = ({ read }: Row): string => campaignOf(read) ?? '';

/** What is stored for a call; changed, it would call everybody of a campaign under way again. */
const valueOf = (row: Row): string => `callOncePer\n${nameIn(row)}\n${row.request.line ?? ''}`;

const PASSES: Record<Exclude<Claimed, 'new'>, (row: Row) => Pass> = {
	done: (row) => ({
		outcome: 'skipped',
		reason: 'alreadyCalled',
		message: `Skipped: called before in the campaign "${nameIn(row)}".`,
	}),
	underWay: (row) => ({
		outcome: 'skipped',
		reason: 'alreadyCalled',
		message: `Skipped: another row or run of the campaign "${nameIn(row)}" is calling this number right now, and reports the result.`,
	}),
	open: (row) => ({
		outcome: 'unknown',
		message: `Not called again: an earlier row or run of the campaign "${nameIn(row)}" sent this number and never learned what came of it, or another process is calling it right now. Look it up before you call it by hand.`,
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
): Promise<Gate> {
	const names = new Set(rows.flatMap(({ read }) => campaignOf(read) ?? []));
	if (names.size === 0) return { inForce: noneInForce(rows), look: () => undefined };
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
	const large = await whereLarge(context);
	const claims = joinClaims(id, context.getNode().id, helpers);
	claims.expect(Math.min(lanes, rows.length));
	return {
		inForce: inForce('Call Once Per', names),
		warnings: () => [...large, ...whereUnwritten(claims)],
		...gateOf(context, claims, id),
	};
}

/** A new execution knows nothing of this one. */
function noneInForce(rows: Row[]): string {
	const ringing = rows.filter(({ read }) => !isCheckOnly(read)).length;
	const again = `running this again calls these ${ringing} numbers again`;
	return `Call Once Per none${ringing > 1 ? ` (${again})` : ''}`;
}

/** Without a claim nobody is called. */
const notClaimed = ({ message }: Error): Failure =>
	new Failure(
		'notAttempted',
		`Not called: n8n could not record the number for Call Once Per (${message}).`,
		'Run this row again.',
		undefined,
		`not recorded by n8n (${message})`,
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
			if (campaignOf(row.read) === undefined) return undefined;
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
		},
	};
}

const whereUnwritten = ({ unwritten }: Claims): string[] =>
	unwritten === 0
		? []
		: [
				`n8n could not save the Call Once Per result of ${unwritten} numbers. They will not be called twice; the next run reports them as unknown.`,
			];

async function whereLarge({ helpers }: IExecuteFunctions): Promise<string[]> {
	const entries = await helpers.getProcessedDataCount('workflow', { mode: 'entries' });
	if (entries < MANY_ENTRIES) return [];
	return [
		`This workflow remembers ${entries.toLocaleString('en')} numbers for Call Once Per, which slows each call down. Copy the workflow to start with an empty memory, once the campaigns in it are over.`,
	];
}
