import { Failure } from '../contract/failure';
import type { Bundle } from '../contract/operation';
import type { Row, Settled } from '../contract/row';
import { inOrder } from '../pace/inOrder';
import { idempotencyKey } from './idempotencyKey';
import { halvesOf, partsOf, repeatedLines } from './partsOf';
import type { Part } from './partsOf';
import { failureFrom, notAttempted, whom } from './runRow';
import { senderOf } from '../send/send';
import type { Run } from '../send/send';
import { saysTooLarge, saysTooMany } from '../send/tooLarge';
import { isObject } from '../values/json';

/** So many single rows of a part in a row are refused as too many: then the rest would be, too. */
const HOPELESS = 3;

const UNTOLD = 'The answer has no result for this row';

const named = ({ index, request }: Row) => ({ index, ...whom(request) });

/** Sends one part; a row without a result of its own must not go under those that have one. */
async function sent(run: Run, bundle: Bundle, { rows, name }: Part): Promise<Settled[]> {
	const requests = rows.map(({ request }) => request);
	const joined = bundle.join(requests);
	const key = idempotencyKey(run.context, name, JSON.stringify(joined.body));
	const headers = { ...joined.headers, [bundle.keyHeader]: key };
	const { body } = await senderOf(run, rows[0].index)({ ...joined, headers });
	const results = bundle.results(body, requests);
	return rows.map((row, at) => {
		const json = results[at];
		if (isObject(json)) return { ...named(row), result: { items: [{ json }] } };
		const failure = failureFrom(run.operation, new Error(UNTOLD));
		return { ...named(row), result: { failure } };
	});
}

const isTooLarge = ({ outcome, status, inShort }: Failure): boolean =>
	outcome === 'refused' && saysTooLarge(status, inShort);

/** The last of the rows that were refused one after the other because there are too many already. */
function hopelessIn(settled: Settled[]): Settled | undefined {
	const isSent = ({ result }: Settled) =>
		!('failure' in result && result.failure.outcome === 'notAttempted');
	const last = settled.filter(isSent).slice(-HOPELESS);
	const isFull = ({ result }: Settled) =>
		'failure' in result &&
		result.failure.outcome === 'refused' &&
		saysTooMany(result.failure.status, result.failure.inShort);
	return last.length === HOPELESS && last.every(isFull) ? last[HOPELESS - 1] : undefined;
}

/** Brings a part to its results. One that is too large was not taken: its halves go out, each under a key of its own. */
async function settle(
	run: Run,
	bundle: Bundle,
	part: Part,
	endingIn: (settled: Settled[]) => Settled | undefined,
): Promise<Settled[]> {
	const { rows } = part;
	const settled = await sent(run, bundle, part).catch((error: unknown) =>
		failureFrom(run.operation, error),
	);
	if (Array.isArray(settled)) return settled;
	if (!isTooLarge(settled) || rows.length === 1) {
		return rows.map((row) => ({ ...named(row), result: { failure: settled } }));
	}
	const [one, other] = halvesOf(part);
	const first = await settle(run, bundle, one, endingIn);
	const ending = endingIn(first) ?? hopelessIn(first);
	if (ending ?? run.cancelled?.aborted) {
		return [...first, ...other.rows.map((row) => notAttempted(row, ending))];
	}
	return [...first, ...(await settle(run, bundle, other, endingIn))];
}

/** A row that was not sent because an earlier one has its line: what is known of that one holds for it. */
function asEarlier({ sameLine }: Bundle, row: Row, { index, result }: Settled): Settled {
	if ('items' in result && sameLine) {
		const json = sameLine(result.items[0]?.json ?? {}, index + 1, row.request);
		return { ...named(row), result: { items: [{ json }] } };
	}
	if (!('failure' in result)) return { ...named(row), result };
	const { outcome, message, advice, status, inShort } = result.failure;
	const why = `Not sent: row ${index + 1} of this run has the same number. ${message}`;
	return { ...named(row), result: { failure: new Failure(outcome, why, advice, status, inShort) } };
}

/** Brings all rows to their results in as few requests as may be; memory stays that of the rows. */
export async function settleBundled(
	run: Run,
	bundle: Bundle,
	rows: Row[],
	endsRun: (settled: Settled) => boolean,
): Promise<Settled[]> {
	const repeated = repeatedLines(bundle, rows);
	const parts = partsOf(
		bundle,
		rows.filter((row) => !repeated.has(row)),
	);
	const endingIn = (settled: Settled[]) => settled.find(endsRun);
	let ending: Settled | undefined;
	const results = await inOrder(
		parts.length,
		run.settings.concurrency,
		async (position) => {
			const settled = await settle(run, bundle, parts[position], endingIn);
			ending ??= endingIn(settled);
			return settled;
		},
		() => ending !== undefined || run.cancelled?.aborted === true,
	);
	const all = results.flatMap(
		(settled, position) => settled ?? parts[position].rows.map((row) => notAttempted(row, ending)),
	);
	const byRow = new Map(all.map((settled) => [settled.index, settled]));
	for (const [row, { index }] of repeated) {
		const earlier = byRow.get(index);
		if (earlier) all.push(asEarlier(bundle, row, earlier));
	}
	return all;
}
