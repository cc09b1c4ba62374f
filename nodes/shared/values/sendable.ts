/** Where a value is that cannot leave as it is, and why. */
export interface Unsendable {
	/** Names on the way to it, e.g. `contacts.0.name`; empty for the value itself. */
	path: string;
	reason: string;
}

/** A number beyond 2^53 has lost digits before it came here: whatever it named is somebody else by now. */
export const hasLostDigits = (value: number): boolean =>
	Number.isInteger(value) ? !Number.isSafeInteger(value) : /e/.test(String(value));

/** Why a single value cannot be sent as it is; nothing where it can. */
export function reasonAgainst(value: unknown): string | undefined {
	if (typeof value === 'string')
		return value.isWellFormed() ? undefined : 'holds half a character, e.g. of a cut emoji';
	if (typeof value === 'number') {
		if (Number.isNaN(value)) return 'is NaN: its expression is not a number';
		if (!Number.isFinite(value)) return 'is an infinite number';
		return hasLostDigits(value) ? 'must be text: this number has too many digits' : undefined;
	}
	if (typeof value === 'bigint') return 'must be text: this number has too many digits';
	return ['function', 'symbol'].includes(typeof value) ? `is a ${typeof value}` : undefined;
}

/** Objects of JSON, or those that write themselves as JSON, such as dates. */
const isWritten = (value: object): boolean => {
	if (Array.isArray(value) || typeof (value as { toJSON?: unknown }).toJSON === 'function')
		return true;
	// Those of another realm, as expressions make them, have another Object.
	const tag = Object.prototype.toString.call(value);
	return tag === '[object Object]';
};

/** The first value inside that would be changed, lost or refused by being written as JSON. */
export function unsendable(
	value: unknown,
	path = '',
	around: object[] = [],
): Unsendable | undefined {
	if (typeof value !== 'object' || value === null) {
		const reason = reasonAgainst(value);
		return reason === undefined ? undefined : { path, reason };
	}
	if (around.includes(value)) return { path, reason: 'holds itself' };
	if (!isWritten(value)) return { path, reason: 'is not an object of JSON' };
	if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return undefined;
	const within = [...around, value];
	const isList = Array.isArray(value);
	for (const [key, part] of Object.entries(value)) {
		const at = path === '' ? key : `${path}.${key}`;
		if (!key.isWellFormed()) return { path: at, reason: 'its name holds half a character' };
		if (isList && part === undefined) return { path: at, reason: 'is undefined' };
		const found = unsendable(part, at, within);
		if (found) return found;
	}
	return undefined;
}
