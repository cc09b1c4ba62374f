import { reasonOf } from '../contract/failure';
import { plainText } from './json';

/** Where a value is that cannot leave as it is, and why. */
export interface Unsendable {
	/** Names on the way to it, e.g. `contacts.0.name`; empty for the value itself. */
	path: string;
	reason: string;
}

/** A value as it leaves, or what in it cannot leave as it is. */
export interface AsSent {
	/** A copy in plain JSON: a later look at it finds what was checked, and nothing else. */
	plain: unknown;
	found?: Unsendable;
}

/** Nested deeper than this, writing and reading it overflows the stack in many programs, n8n among them. */
export const DEEPEST_LEVEL = 200;

/** A number beyond 2^53 has lost digits before it came here: whatever it named is somebody else by now. */
const hasLostDigits = (value: number): boolean =>
	Number.isInteger(value) ? !Number.isSafeInteger(value) : /e/.test(String(value));

/** What n8n makes of a Luxon date that is none before the node sees it, where it is all that a field holds. */
const N8NS_INVALID_DATE = 'Invalid DateTime';

const NO_DATE = 'is not a valid date';

/** Why a single value cannot be sent as it is; nothing where it can. */
export function reasonAgainst(value: unknown): string | undefined {
	if (typeof value === 'string') {
		if (value === N8NS_INVALID_DATE) return NO_DATE;
		return value.isWellFormed() ? undefined : 'holds half a character, e.g. of a cut emoji';
	}
	if (typeof value === 'number') {
		if (Number.isNaN(value)) return 'is NaN: its expression is not a number';
		if (!Number.isFinite(value)) return 'is an infinite number';
		return hasLostDigits(value) ? 'must be text: this number has too many digits' : undefined;
	}
	if (typeof value === 'bigint') return 'must be text: this number has too many digits';
	return ['function', 'symbol'].includes(typeof value) ? `is a ${typeof value}` : undefined;
}

/** The text of an ID; nothing for one that has lost digits, and would be somebody else's. */
export const exactText = (value: unknown): string | undefined =>
	reasonAgainst(value) === undefined ? plainText(value) : undefined;

/** A name that is written just as JavaScript writes a number without all its digits cannot be told from one. */
function reasonAgainstName(name: string): string | undefined {
	if (!name.isWellFormed()) return 'its name holds half a character';
	const isLost = /^-?\d/.test(name) && String(Number(name)) === name && hasLostDigits(Number(name));
	return isLost
		? 'its name may be a number that has lost digits; begin the name with a letter'
		: undefined;
}

const tagOf = (value: object): string => Object.prototype.toString.call(value);

/** True for what has its own way of becoming JSON, such as the dates of expressions. */
export const writesItself = (value: unknown): value is { toJSON: (key: string) => unknown } =>
	typeof value === 'object' &&
	value !== null &&
	typeof (value as { toJSON?: unknown }).toJSON === 'function';

/** What a value makes of itself, or why it cannot. */
function written(
	value: { toJSON: (key: string) => unknown },
	key: string,
): { json: unknown } | { reason: string } {
	try {
		const json = value.toJSON(key);
		if (json !== undefined && json !== null) return { json };
		// Dates of all kinds become null where they are none.
		const isDate = tagOf(value) === '[object Date]' || 'isValid' in value;
		return { reason: isDate ? NO_DATE : 'has no value that can be sent' };
	} catch (error) {
		return { reason: `cannot be written as JSON: ${reasonOf(error)}` };
	}
}

/** Why an object or a list cannot leave, whatever is in it. */
function reasonAgainstHolder(value: object, around: object[]): string | undefined {
	if (around.includes(value)) return 'holds itself';
	if (around.length >= DEEPEST_LEVEL) return `is nested more than ${DEEPEST_LEVEL} levels deep`;
	if (ArrayBuffer.isView(value)) return 'is binary data, not an object of JSON';
	// Objects of another realm, as expressions make them, have another Object.
	const isJson = Array.isArray(value) || tagOf(value) === '[object Object]';
	return isJson || writesItself(value) ? undefined : 'is not an object of JSON';
}

/** A value as it leaves. What would be changed, lost or refused by being written as JSON is found instead. */
export function asSent(sent: unknown): AsSent {
	let found: Unsendable | undefined;
	const refuse = (path: string[], reason: string): undefined => {
		found ??= { path: path.join('.'), reason };
	};
	function copied(value: unknown, path: string[], around: object[], isWritten = false): unknown {
		if (found) return undefined;
		if (typeof value !== 'object' || value === null) {
			const reason = reasonAgainst(value);
			if (reason !== undefined) return refuse(path, reason);
			// JSON has no negative zero.
			return value === 0 ? 0 : value;
		}
		const reason = reasonAgainstHolder(value, around);
		if (reason !== undefined) return refuse(path, reason);
		if (!isWritten && writesItself(value)) {
			const itself = written(value, path.at(-1) ?? '');
			if ('reason' in itself) return refuse(path, itself.reason);
			return copied(itself.json, path, around, true);
		}
		const within = [...around, value];
		return Array.isArray(value) ? list(value, path, within) : object(value, path, within);
	}
	function list(value: unknown[], path: string[], within: object[]): unknown[] {
		const copy: unknown[] = [];
		// By place, because a list of a hundred has a hole where nothing was ever put.
		for (let at = 0; at < value.length && !found; at++) {
			const here = [...path, String(at)];
			if (value[at] === undefined) refuse(here, 'is undefined');
			copy.push(copied(value[at], here, within));
		}
		return copy;
	}
	function object(value: object, path: string[], within: object[]): unknown {
		const copy: Array<[string, unknown]> = [];
		for (const [key, part] of Object.entries(value)) {
			// As JSON does: what is undefined is not there.
			if (part === undefined) continue;
			const here = [...path, key];
			const reason = reasonAgainstName(key);
			if (reason !== undefined) refuse(here, reason);
			copy.push([key, copied(part, here, within)]);
			if (found) break;
		}
		// Not by assignment, which would lose the name "__proto__".
		return Object.fromEntries(copy);
	}
	const plain = copied(sent, [], []);
	return found ? { plain: undefined, found } : { plain };
}
