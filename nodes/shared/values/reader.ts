import type { IDataObject, IExecuteFunctions, INode, INodeProperties } from 'n8n-workflow';
import { BadInput } from '../contract/failure';
import type { Reader } from '../contract/reader';
import { isObject, kindOf, numberIn } from './json';
import { asSent, reasonAgainst, writesItself } from './sendable';
import { addressOfWait } from './wait';

/** What a row's reader knows besides the row. */
type Around = Pick<Reader, 'timezone' | 'baseUrl' | 'guide' | 'resumeUrl'>;

type Lookup = (name: string) => unknown;

/**
 * A picker holds `{ __rl, mode, value }`; one that was added and left as it is has no `__rl`, and workflows
 * written by hand hold a plain string.
 */
const unwrap = (value: IDataObject, field?: INodeProperties): unknown =>
	'__rl' in value || (field?.type === 'resourceLocator' && 'mode' in value) ? value.value : value;

const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const entriesOf = (value: unknown): IDataObject => (isObject(value) ? value : {});

/** `saved` is what the node holds: evaluated, an entry may be `undefined` though somebody added it. */
function readerOf(
	lookup: Lookup,
	saved: IDataObject,
	fields: INodeProperties[],
	around: Around,
	above = '',
): Reader {
	const fieldOf = (name: string) => fields.find((field) => field.name === name);
	const label = (name: string) => above + (fieldOf(name)?.displayName ?? name);
	const raw = (name: string) => {
		const value = lookup(name);
		// Most are text, for which no field need be looked for.
		return isObject(value) ? unwrap(value, fieldOf(name)) : value;
	};
	const isSet = (name: string) => Object.hasOwn(saved, name);
	const asText = (name: string): string => {
		const typed = raw(name);
		const { plain: value, found } = writesItself(typed) ? asSent(typed) : { plain: typed };
		if (found) throw new BadInput(label(name), found.reason);
		if (isBlank(value)) return '';
		if (typeof value === 'bigint') return String(value);
		const reason = reasonAgainst(value);
		if (reason !== undefined) throw new BadInput(label(name), reason);
		if (typeof value === 'string') return value;
		if (typeof value === 'number') return String(value);
		throw new BadInput(label(name), `must be text, but it is ${kindOf(value)}`);
	};
	return {
		...around,
		raw,
		label,
		isSet,
		has: (name) => !isBlank(raw(name)),
		optionalText: asText,
		text: (name) => {
			const value = asText(name).trim();
			if (value === '') throw new BadInput(label(name), 'is empty');
			return value;
		},
		flag: (name) => {
			const value = raw(name);
			const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
			if (text === false || text === 'false') return false;
			if (text === true || text === 'true') return true;
			if (!isSet(name)) return fieldOf(name)?.default === true;
			// "yes", or nothing, taken for no would ring a phone where only a check was asked for.
			const empty = isBlank(text) ? ', but it is empty' : '';
			throw new BadInput(label(name), `must be true or false${empty}`);
		},
		count: (name, min, max) => {
			const value = numberIn(raw(name));
			if (Number.isInteger(value) && value >= min && value <= max) return value;
			throw new BadInput(label(name), `must be a whole number from ${min} to ${max}`);
		},
		amount: (name) => {
			const value = numberIn(raw(name));
			if (Number.isFinite(value) && value >= 0) return value;
			throw new BadInput(label(name), 'must be a number of zero or more');
		},
		within: (name, title) => {
			const entries = entriesOf(lookup(name));
			const options = (fieldOf(name)?.options ?? []) as INodeProperties[];
			return readerOf(
				(key) => (Object.hasOwn(entries, key) ? entries[key] : undefined),
				{ ...entries, ...entriesOf(saved[name]) },
				options,
				around,
				title,
			);
		},
	};
}

/** True where no part of a parameter is an expression, so that it is the same for every row. */
export function isConstant(value: unknown): boolean {
	if (typeof value === 'string') return !value.startsWith('=');
	if (typeof value !== 'object' || value === null) return true;
	return Object.values(value).every(isConstant);
}

/**
 * Makes the readers of a run. An expression costs n8n about 0.4 ms, so each parameter is read once a
 * row, and one without an expression once a run.
 */
export function readersOf(
	context: IExecuteFunctions,
	fields: INodeProperties[],
	baseUrl: string,
	guide?: unknown,
): (itemIndex: number) => Reader {
	const { parameters }: INode = context.getNode();
	const defaults = new Map(fields.map((field) => [field.name, field.default]));
	const constants = new Map<string, unknown>();
	const around: Around = {
		timezone: context.getTimezone(),
		baseUrl,
		guide,
		resumeUrl: () => addressOfWait(context),
	};
	return (itemIndex) => {
		const seen = new Map<string, unknown>();
		return readerOf(
			(name) => {
				const known = constants.has(name) ? constants : seen;
				if (known.has(name)) return known.get(name);
				const value = context.getNodeParameter(
					name,
					itemIndex,
					defaults.get(name) ?? '',
				) as unknown;
				(isConstant(parameters[name]) ? constants : seen).set(name, value);
				return value;
			},
			parameters,
			fields,
			around,
		);
	};
}
