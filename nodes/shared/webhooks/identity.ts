/** A number of a JSON text, in the digits that were delivered. */
class Digits {
	readonly text: string | undefined;

	constructor(text: string | undefined) {
		this.text = text;
	}
}

/** `JSON.parse` as Node.js 21 and later have it: the reviver is told the text that a value was read from. */
type ExactParse = (
	json: string,
	reviver: (key: string, value: unknown, context?: { source?: string }) => unknown,
) => unknown;

const partOf = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? (value as Record<string, unknown>)[name]
		: undefined;

/** The digits of the number at a path. Beyond 2^53 several numbers are the same to JavaScript. */
function digitsAt(rawBody: Buffer | undefined, path: string[]): string | undefined {
	try {
		const json = (JSON.parse as ExactParse)(
			(rawBody ?? '').toString('utf8').replace(/^\uFEFF/, ''),
			(_key, value, context) => (typeof value === 'number' ? new Digits(context?.source) : value),
		);
		const found = path.reduce(partOf, json);
		return found instanceof Digits ? found.text : undefined;
	} catch {
		return undefined;
	}
}

/**
 * What identifies a delivery by the value at a path, its names trimmed. Text that is not blank, and a number by
 * its digits in the raw body; "7" and 7 differ. Anything else is no identity, and the delivery never a repeat.
 */
export function identityAt(
	json: unknown,
	rawBody: Buffer | undefined,
	path: string[],
): string | undefined {
	const names = path.map((name) => name.trim());
	const value = names.reduce(partOf, json);
	if (typeof value === 'number') return digitsAt(rawBody, names);
	return typeof value === 'string' && value.trim() !== '' ? JSON.stringify(value) : undefined;
}
