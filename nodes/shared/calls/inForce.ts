const SHOWN = 3;

/** "Call Once Per November, December and 4 more": what an option is, where it may differ by row. */
export function inForce(title: string, values: Iterable<string>): string {
	const all = [...new Set(values)];
	const rest = all.length - SHOWN;
	return `${title} ${all.slice(0, SHOWN).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** "Check Only off", "Check Only on for 2 of 5 rows". */
export function switchInForce(title: string, on: boolean[]): string {
	const count = on.filter(Boolean).length;
	if (count === 0) return `${title} off`;
	return count === on.length ? `${title} on` : `${title} on for ${count} of ${on.length} rows`;
}
