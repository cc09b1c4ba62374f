/** What JSON texts say that is gone once they are parsed. */

/** False where a number in a JSON text has more digits than JavaScript keeps, such as an account's. */
export const isExact = (json: string): boolean =>
	[...json.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/\d[\d.]*/g)].every(([number]) =>
		number.includes('.')
			? number.replace(/^0+|\./g, '').length <= 15
			: Number.isSafeInteger(Number(number)),
	);

/** True where writing what was parsed gives the text again, but for white space and how characters are escaped. */
export const isSameJson = (text: string, parsed: unknown): boolean =>
	text.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (part) =>
		part.startsWith('"') ? JSON.stringify(JSON.parse(part)) : '',
	) === JSON.stringify(parsed);

/** The first name that an object of a valid JSON text has twice: parsed, all but its last value would be lost. */
export function nameTwice(json: string): string | undefined {
	const open: Array<Set<string>> = [];
	let latest = '';
	for (const [part] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
		if (part === '{' || part === '[') open.push(new Set());
		else if (part === '}' || part === ']') open.pop();
		else if (part !== ':') latest = part;
		else {
			const name = JSON.parse(latest) as string;
			const names = open.at(-1);
			if (names?.has(name)) return name;
			names?.add(name);
		}
	}
	return undefined;
}
