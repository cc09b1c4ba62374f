import type { Latest } from '../shared/latest.mts';
import { addressShown } from './discreet.mts';
import type { Cell, Table } from './grammar.mts';

/** One attempt to tell somebody something. */
interface Attempt {
	url: string;
	what: string;
	/** The status answered, or why there was none. */
	outcome: number | string;
}

function outcomeCell({ url, outcome }: Attempt): Cell {
	if (outcome === 'under way') return { text: outcome, tone: 'busy' };
	if (typeof outcome === 'number')
		return { text: String(outcome), tone: outcome < 300 ? 'good' : 'bad' };
	// A client that cannot read an address repeats it, with all that is in it.
	const text = url === '' ? outcome : outcome.replaceAll(url, addressShown(url));
	return { text, tone: 'bad' };
}

/** What a vendor sent out and what the receivers answered. */
export function eventsTable<T>(
	title: string,
	sent: Latest<T>,
	attemptOf: (item: T) => Attempt,
): Table {
	return {
		id: 'events',
		title,
		columns: ['Time', 'Event', 'Receiver', 'Answer'],
		rows: sent.list().map(({ n, at, item }) => {
			const attempt = attemptOf(item);
			const cells = [{ at }, attempt.what, addressShown(attempt.url), outcomeCell(attempt)];
			return { id: String(n), cells };
		}),
		total: sent.total,
		empty: 'Nothing was sent yet.',
	};
}
