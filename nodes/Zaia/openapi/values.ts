import { BadInput } from '../../shared/contract/failure';
import type { Reader } from '../../shared/contract/reader';
import { momentOf } from '../../shared/values/dates';
import { isObject, numberIn, plainText } from '../../shared/values/json';
import { isExact, nameTwice } from '../../shared/values/jsonText';
import { plainOf } from '../../shared/values/read';
import type { Field } from './fields';

function parsed(text: string): { json?: unknown } {
	try {
		return { json: JSON.parse(text) as unknown };
	} catch {
		return {};
	}
}

/** JSON as typed, or as an expression gives it; what it would lose on its way is refused. */
export function jsonOf(read: Reader, name: string): unknown {
	const value = read.raw(name);
	const field = read.label(name);
	if (typeof value !== 'string') return plainOf(value, field);
	const { json } = parsed(value);
	if (json === undefined) throw new BadInput(field, `"${value.slice(0, 60)}" is not valid JSON`);
	if (!isExact(value)) throw new BadInput(field, 'must have its long numbers in quotes');
	const twice = nameTwice(value);
	if (twice === undefined) return json;
	throw new BadInput(field, `"${twice.slice(0, 60)}" is there twice`);
}

const NESTED: Record<string, string> = { array: 'a list', object: 'an object' };

function nestedOf(read: Reader, { id, kinds }: Field): unknown {
	const json = jsonOf(read, id);
	if (kinds.length === 0 || kinds.includes(Array.isArray(json) ? 'array' : 'object')) {
		if (typeof json === 'object' && json !== null) return json;
	}
	const wanted = kinds.flatMap((kind) => NESTED[kind] ?? []).join(' or ');
	throw new BadInput(
		read.label(id),
		wanted ? `must be ${wanted} in JSON` : 'must be a plain value',
	);
}

function choiceOf(read: Reader, id: string, values: unknown[]): unknown {
	const text = plainText(read.raw(id))?.trim();
	const found = values.find((value) => String(value) === text);
	if (found !== undefined) return found;
	const all = values.slice(0, 20).map(String).join(', ');
	throw new BadInput(read.label(id), `must be one of: ${all}`);
}

/** True for a text that stands for a list or an object in a field that takes either. */
const isJson = (value: unknown, kinds: string[]): boolean =>
	typeof value === 'string' &&
	((kinds.includes('array') && /^\s*\[/.test(value)) ||
		(kinds.includes('object') && /^\s*\{/.test(value)));

/** A field's value as the document wants it; nothing where it is empty. */
export function valueOf(read: Reader, field: Field): unknown {
	const { id, kinds, values, isDate } = field;
	if (!read.has(id)) return undefined;
	if (values) return choiceOf(read, id, values);
	const raw = read.raw(id);
	const isNested = isObject(raw) || Array.isArray(raw);
	const isDateObject = isNested && kinds.includes('string') && 'toJSON' in raw;
	const is = (...some: string[]) => some.some((kind) => kinds.includes(kind));
	const onlyNested = kinds.length > 0 && !is('string', 'number', 'integer', 'boolean');
	if (!isDateObject && (isNested || onlyNested || isJson(raw, kinds))) return nestedOf(read, field);
	const number = numberIn(raw);
	const fits = Number.isFinite(number) && (is('number') || Number.isInteger(number));
	const takesText = is('string') || kinds.length === 0;
	if (is('number', 'integer') && fits && (typeof raw === 'number' || !takesText)) return number;
	if (is('boolean') && (typeof raw === 'boolean' || !takesText)) return read.flag(id);
	if (takesText) {
		if (typeof raw === 'boolean') return is('boolean') || kinds.length === 0 ? raw : String(raw);
		return isDate ? momentOf(read, id) : read.optionalText(id);
	}
	throw new BadInput(read.label(id), `must be a${is('number') ? '' : ' whole'} number`);
}
