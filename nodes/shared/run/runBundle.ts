import type { Bundle } from '../contract/operation';
import type { Row, Settled } from '../contract/row';
import { inOrder } from '../pace/inOrder';
import { idempotencyKey } from './idempotencyKey';
import { failureFrom, notAttempted } from './runRow';
import { senderOf } from '../send/send';
import type { Run } from '../send/send';

interface Part {
	rows: Row[];
	/** Tells parts of a run apart, together with their content. */
	name: string;
}

/** Splits rows into parts that go out together: in the order of the rows, each row looked at once. */
function partsOf({ group, largest }: Bundle, rows: Row[]): Part[] {
	const parts: Part[] = [];
	const open = new Map<string, Part>();
	for (const row of rows) {
		const name = group(row.request);
		let part = open.get(name);
		if (!part || part.rows.length === largest) {
			part = { rows: [], name: `${name} ${parts.length}` };
			parts.push(part);
			open.set(name, part);
		}
		part.rows.push(row);
	}
	return parts;
}

async function settle(run: Run, bundle: Bundle, { rows, name }: Part): Promise<Settled[]> {
	const requests = rows.map(({ request }) => request);
	const named = ({ index, request: { phoneNumber } }: Row) => ({ index, phoneNumber });
	try {
		const joined = bundle.join(requests);
		const key = idempotencyKey(run.context, name, JSON.stringify(joined.body));
		const headers = { ...joined.headers, [bundle.keyHeader]: key };
		const { body } = await senderOf(run, rows[0].index)({ ...joined, headers });
		const results = bundle.results(body, requests);
		return rows.map((row, at) => ({ ...named(row), result: { items: [{ json: results[at] }] } }));
	} catch (error) {
		const failure = failureFrom(run.operation, error);
		return rows.map((row) => ({ ...named(row), result: { failure } }));
	}
}

/** Brings all rows to their results in as few requests as may be; memory stays that of the rows. */
export async function settleBundled(
	run: Run,
	bundle: Bundle,
	rows: Row[],
	endsRun: (settled: Settled) => boolean,
): Promise<Settled[]> {
	const parts = partsOf(bundle, rows);
	let ending: Settled | undefined;
	const results = await inOrder(
		parts.length,
		run.settings.concurrency,
		async (position) => {
			const settled = await settle(run, bundle, parts[position]);
			if (endsRun(settled[0])) ending ??= settled[0];
			return settled;
		},
		() => ending !== undefined || run.cancelled?.aborted === true,
	);
	const all = results.flatMap(
		(settled, position) => settled ?? parts[position].rows.map((row) => notAttempted(row, ending)),
	);
	const hint = bundle.hint?.(
		all.flatMap(({ result }) => ('items' in result ? result.items.map(({ json }) => json) : [])),
	);
	if (hint) run.context.addExecutionHints?.({ message: hint, location: 'outputPane' });
	return all;
}
