/** Something that happened, with its number and its time. */
export interface Entry<T> {
	/** From 1, also where the first ones are forgotten. */
	n: number;
	at: number;
	item: T;
}

/** How many of anything are kept to be looked at. */
export const keptToShow = 200;

/** The latest of many, however many there are: a ring that costs the same for each. */
export class Latest<T> {
	private readonly kept: Array<Entry<T>> = [];
	total = 0;

	add(item: T): void {
		this.kept[this.total % keptToShow] = { n: this.total + 1, at: Date.now(), item };
		this.total += 1;
	}

	/** The newest first. */
	list(): Array<Entry<T>> {
		const start = this.total % keptToShow;
		return [...this.kept.slice(start), ...this.kept.slice(0, start)].reverse();
	}
}
