import type { IDataObject } from 'n8n-workflow';
import type { Failure } from './failure';
import { idempotencyKey } from './idempotencyKey';
import { inOrder } from './inOrder';
import type { VendorRequest } from './operation';
import type { Row, Settled } from './row';
import { failureFrom } from './rowWorker';
import { senderOf } from './sender';
import type { Run } from './sender';
import { notAttempted } from './words';

/** How the rows of a run go out together in few requests, each row getting its own result. */
export interface Bundle {
	/** The most rows in one request. */
	largest: number;
	/** Rows whose requests are named alike may go out together. */
	group: (request: VendorRequest) => string;
	/** Makes one request of several. */
	join: (requests: VendorRequest[]) => VendorRequest;
	/** The header for the idempotency key. */
	keyHeader: string;
	/** One result a request, in their order. */
	results: (body: unknown, requests: VendorRequest[]) => IDataObject[];
	/** What the output pane should say of all results, if anything. */
	hint?: (results: IDataObject[]) => string | undefined;
	/** What a row says in the bundle's own words when its request failed. */
	failed: (failure: Failure) => IDataObject;
}

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
