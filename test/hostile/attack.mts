import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { runNode } from '../support/engine.mts';
import type { Job, Ran } from '../support/engine.mts';
import type { Target, Template } from './targets.mts';
import { templateFor } from './targets.mts';
import { isPolluted } from './values.mts';
import type { Arrived, VendorServer } from '../support/vendorServer.mts';

/** A run of one operation, and the key that it went out with. */
export interface Attacked extends Ran {
	key: string;
	items: INodeExecutionData[];
}

/** Marks the input, so that it is known where it comes out as if it were a result. */
const UNTOUCHED = 'untouched input';

const MARK = 'marked-key-';

let runs = 0;

/** Runs an operation in n8n's engine against the server; each run is an account of its own. */
export async function attack(
	{ subject }: Target,
	{ baseUrl }: VendorServer,
	job: Pick<Job, 'parameters' | 'items' | 'onError' | 'tries' | 'type' | 'onStarted'>,
	key = `${MARK}${++runs}-${'k'.repeat(20)}`,
): Promise<Attacked> {
	const { name } = subject.credential;
	const ran = await runNode({
		...job,
		items: job.items.map((row) => ({ ...row, [UNTOUCHED]: true })),
		node: subject.node,
		credentials: {
			types: { [name]: subject.credential },
			data: { [name]: { apiKey: key, baseUrl, webhookSecret: `${key}-secret` } },
		},
	});
	return { ...ran, key, items: ran.outputs.flat() };
}

const rowOf = ({ pairedItem }: INodeExecutionData): number => (pairedItem as { item: number }).item;

/** What became of a row, wherever the "On Error" setting has put it. */
export const detailsOf = ({ json }: INodeExecutionData): IDataObject => {
	const { error, details, ...rest } = json;
	return error === undefined ? json : { ...rest, ...(details as IDataObject | undefined) };
};

/** Headers that a request has when nobody has smuggled one in. */
const HEADERS = [
	...['accept', 'accept-encoding', 'connection', 'content-length', 'content-type', 'host'],
	...['user-agent', 'idempotency-key'],
];

/** Every request is one of the operation's own, and carries the key where it belongs and nowhere else. */
export function expectOwnRequests(
	{ subject }: Target,
	templates: Template[],
	arrived: Arrived[],
	key: string,
): void {
	const name = subject.header.toLowerCase();
	const shown = ({ headers }: Arrived) => headers.find(([one]) => one === name)?.[1] ?? '';
	// What a stopped run before had already sent may arrive late.
	const late = (request: Arrived) => shown(request).includes(MARK) && !shown(request).includes(key);
	for (const { method, target, headers, body } of arrived.filter((one) => !late(one))) {
		const own = templateFor(templates, { method, target });
		expect({ method, target, own: own !== undefined }).toEqual({ method, target, own: true });
		const strange = headers.filter(([one]) => one !== name && !HEADERS.includes(one));
		expect(strange).toEqual([]);
		expect(headers.filter(([one]) => one === name)).toEqual([[name, subject.signed(key)]]);
		expect(target).not.toContain(key);
		expect(body).not.toContain(key);
	}
}

/** What n8n shows as the node's own; the last is a run that was stopped. */
const KINDS = ['NodeOperationError', 'NodeApiError', 'ManualExecutionCancelledError'];

/** What the user sees: an error of n8n's kind or items, without the key, and nothing leaked into the process. */
export function expectPlainResult({ error, items, hints, customData, key }: Attacked): void {
	expect(isPolluted()).toBe(false);
	if (error) expect(KINDS).toContain(error.name);
	const { message, description, stack } = (error ?? {}) as Partial<Error> & {
		description?: string;
	};
	const seen = JSON.stringify([items, hints, customData ?? {}, message, description, stack]);
	expect(seen).not.toContain(key);
}

/** How often a row may come out: a call once, a listing as often as it found something. */
export type Count = 'once' | 'any' | 'atLeastOnce';

/** No row is lost, and none comes out that never came in. */
export function expectEveryRow(
	{ error, items, outputs }: Attacked,
	count: number,
	onError: INode['onError'],
	times: Count,
): void {
	if (error) {
		expect({ onError, message: error.message }).toEqual({
			onError: 'stopWorkflow',
			message: error.message,
		});
		return;
	}
	// After a crash n8n sends the input on by the success branch, as if it were done.
	for (const { json } of outputs[0] ?? []) expect(json).not.toHaveProperty(UNTOUCHED);
	const rows = items.map(rowOf);
	const all = Array.from({ length: count }, (_row, at) => at);
	expect(all).toEqual(expect.arrayContaining([...new Set(rows)]));
	if (times !== 'any') expect([...new Set(rows)].toSorted((a, b) => a - b)).toEqual(all);
	if (times === 'once') expect(rows).toHaveLength(all.length);
}
