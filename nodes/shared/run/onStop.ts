import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Row, Settled } from '../contract/row';
import type { Run } from '../send/send';
import { plainText } from '../values/json';

/** n8n keeps ten entries of at most 255 characters an execution. */
const ENTRY_LENGTH = 255;

const ENTRIES = 4;

/** Watches rows go out, and writes down what was placed and what is unknown when the user presses Stop. */
export interface Ledger {
	watch: (row: Row, work: (row: Row) => Promise<Settled>) => Promise<Settled>;
	close: () => void;
}

/**
 * n8n discards whatever a stopped node returns, and only what is written in the abort listener itself is
 * kept; so this happens synchronously, in the execution's custom data.
 */
export function writeDownOnStop(run: Run, rows: Row[]): Ledger {
	const { cancelled, context, operation } = run;
	const underWay = new Set<Row>();
	const placed: string[] = [];
	const unknown: string[] = [];
	if (operation.repeat !== 'never' || !cancelled) {
		return { watch: async (row, work) => await work(row), close: () => {} };
	}
	const listener = () => {
		for (const row of underWay) {
			const earlier = run.record.earlier(row.index, row.request);
			if (!earlier) continue;
			// A row that follows its call to the end was placed already.
			if ('answer' in earlier) placed.push(idOf(earlier.answer.body, row));
			else unknown.push(nameOf(row));
		}
		write(context, 'unknown', unknown, rows.length);
		write(context, 'placed', placed, rows.length);
	};
	cancelled.addEventListener('abort', listener, { once: true });
	return {
		watch: async (row, work) => {
			underWay.add(row);
			const settled = await work(row);
			underWay.delete(row);
			if ('items' in settled.result) placed.push(idOf(settled.result.items[0]?.json, row));
			if ('failure' in settled.result && settled.result.failure.outcome === 'unknown')
				unknown.push(nameOf(row));
			return settled;
		},
		close: () => cancelled.removeEventListener('abort', listener),
	};
}

const nameOf = ({ index, request }: Row): string => request.phoneNumber ?? `row ${index + 1}`;

const idOf = (answer: unknown, row: Row): string =>
	plainText((answer as IDataObject | undefined)?.id) ?? nameOf(row);

function write(context: IExecuteFunctions, name: string, entries: string[], total: number): void {
	if (entries.length === 0) return;
	context.customData.set(`${name}_count`, `${entries.length} of ${total}`);
	let next = 0;
	for (let part = 1; part <= ENTRIES && next < entries.length; part++) {
		let text = entries[next++].slice(0, ENTRY_LENGTH);
		while (next < entries.length && text.length + entries[next].length + 2 <= ENTRY_LENGTH) {
			text += `, ${entries[next++]}`;
		}
		context.customData.set(`${name}_${part}`, text);
	}
}
