import type { NodeExecutionHint } from 'n8n-workflow';
import type { Operation } from '../contract/operation';
import type { Gate, Settled } from '../contract/row';
import { failureIn, isUnknown } from './tally';

/** How many reasons a hint spells out, and how long one may be: a hint must stay above the output. */
const REASONS = 4;
const LONGEST = 120;

const wordsOf = (camelCase: string): string =>
	camelCase.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Why a row was not carried out, in words that many rows share; nothing for one that was. */
function reasonOf(row: Settled): string | undefined {
	const { result } = row;
	if (isUnknown(row) || 'items' in result) return undefined;
	if ('failure' in result) return result.failure.inShort.replace(/\.$/, '').slice(0, LONGEST);
	return result.pass.outcome === 'skipped' ? wordsOf(result.pass.reason) : undefined;
}

/** "12 bad Phone Number, 6 outside calling hours", the most frequent first. */
function reasonsOf(reasons: string[]): string {
	const counts = new Map<string, number>();
	for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	const sorted = [...counts].sort(([, a], [, b]) => b - a);
	const shown = sorted.slice(0, REASONS).map(([reason, count]) => `${count} ${reason}`);
	const rest = sorted.slice(REASONS).reduce((sum, [, count]) => sum + count, 0);
	return [...shown, ...(rest > 0 ? [`${rest} for other reasons`] : [])].join(', ');
}

/** "3 unknown, look them up · 18 not called: 12 bad Phone Number, … · 164 called": trouble first, no IDs. */
function countsOf({ past = 'done' }: Operation, settled: Settled[]): string {
	const unknown = settled.filter(isUnknown).length;
	const reasons = settled.flatMap((row) => reasonOf(row) ?? []);
	const checked = settled.filter(
		({ result }) => 'pass' in result && result.pass.outcome === 'checked',
	).length;
	const done = settled.filter(({ result }) => 'items' in result).length;
	return [
		unknown > 0 ? `${unknown} unknown, look ${unknown === 1 ? 'it' : 'them'} up` : '',
		reasons.length > 0 ? `${reasons.length} not ${past}: ${reasonsOf(reasons)}` : '',
		checked > 0 ? `${checked} checked` : '',
		done > 0 ? `${done} ${past}` : '',
	]
		.filter(Boolean)
		.join(' · ');
}

/**
 * The one hint of a run: what the rows came to, then the protections in force, then what else its gates say.
 * n8n drops options that it does not know before the node runs, so that only this tells of them.
 */
export function hintOf(
	operation: Operation,
	settled: Settled[],
	gates: Gate[],
): NodeExecutionHint | undefined {
	const isTrouble =
		operation.repeat !== 'safe' && settled.some((row) => failureIn(row) || isUnknown(row));
	const inForce = gates.flatMap((gate) => gate.inForce ?? []).join(', ');
	const warnings = gates.flatMap((gate) => gate.warnings?.() ?? []);
	const results = settled.flatMap(({ result }) => ('items' in result ? result.items : []));
	const own = operation.bundle?.hint?.(results.map(({ json }) => json));
	const sentences = [
		isTrouble || inForce !== '' ? `${countsOf(operation, settled)}.` : '',
		inForce === '' ? '' : `${inForce}.`,
		own ?? '',
		...warnings,
	].filter(Boolean);
	if (sentences.length === 0) return undefined;
	return {
		message: sentences.join(' '),
		...(isTrouble ? { type: 'warning' } : {}),
		location: 'outputPane',
	};
}
