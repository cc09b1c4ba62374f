/** What a listing was asked for with `startDate` and `endDate`. */
export interface DateRangeQuery {
	startDate?: string;
	endDate?: string;
}

/** Whether a moment lies in the range; a missing end is open. */
export function inRange({ startDate, endDate }: DateRangeQuery, at: number): boolean {
	const from = startDate === undefined ? -Infinity : Date.parse(startDate);
	const to = endDate === undefined ? Infinity : Date.parse(endDate);
	return at >= from && at <= to;
}
