import { Failure } from '../contract/failure';

/** Where a page is: a cursor, an index or a number, as the vendor counts. */
export type Mark = string | number;

/** A filter may leave pages empty, and pages may be alike; a list of nothing else has no end. */
const MOST_IDLE = 20;

const circling = (message: string): Failure =>
	new Failure('failed', message, 'Set a Limit, and report this to the vendor.');

/** Notices a vendor that sends a listing round in circles. Memory: the marks of one listing, while it runs. */
export class Circles {
	private readonly marks = new Set<Mark>();
	private before = '';
	private idle = 0;

	/** True where a page is the one before as it was: some vendors give their last page for all after it. */
	isSamePage(rows: unknown[]): boolean {
		const page = JSON.stringify(rows);
		const isSame = page === this.before && rows.length > 0;
		this.before = page;
		this.idle = rows.length > 0 && !isSame ? 0 : this.idle + 1;
		return isSame;
	}

	/** Throws where going on to this mark leads nowhere. */
	check(mark: Mark): void {
		if (typeof mark === 'object') throw circling('The list names no usable next page.');
		if (this.marks.has(mark)) {
			throw circling('The list leads back to a page that was read already.');
		}
		this.marks.add(mark);
		if (this.idle < MOST_IDLE) return;
		const what = this.before === '[]' ? 'empty pages' : 'the same page';
		throw circling(`The list goes on and on with ${what}.`);
	}
}
