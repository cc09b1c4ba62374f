import type { INodeProperties } from 'n8n-workflow';

/** Words that stay small inside a title. */
const SMALL = 'a an and as at but by for from in into of on or per the to via vs with'.split(' ');

/** True for "Put Output File in Field": first and last word large, the others unless they are small ones. */
export function isTitle(text: string): boolean {
	const words = text.split(/[\s-]+/).map((word) => word.replace(/^\(|\)$/g, ''));
	return words.every((word, index) => {
		const isEdge = index === 0 || index === words.length - 1;
		return SMALL.includes(word) && !isEdge ? true : /^[A-Z0-9]/.test(word);
	});
}

/** True for "Get the recording of a call": one large letter, no period. */
export const isSentenceCase = (text: string): boolean => /^[A-Z][a-z]*( [a-z-]+)*$/.test(text);

/** True where a text of several sentences ends with a period and a text of one does not. */
export function endsAsItShould(text: string): boolean {
	const inner = text.replace(/\be\.g\. /g, '');
	const hasSeveral = /[.?!] ["{A-Z0-9]/.test(inner);
	return hasSeveral ? /[.?!]$/.test(inner) : !/[.?!]$/.test(inner);
}

const titles = (entries: object[]): string[] =>
	entries.map((entry) =>
		String('displayName' in entry ? entry.displayName : Reflect.get(entry, 'name')),
	);

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** As people say it: from when to when, and where. */
const HOURS = ['Days', 'From', 'To', 'Timezone'];

/** True where entries stand in the alphabet's order, or in one that everybody knows. */
export function isSorted({ options = [] }: INodeProperties): boolean {
	const found = titles(options);
	const sorted = found.toSorted((a, b) => a.localeCompare(b, 'en'));
	return [sorted, WEEK, HOURS].some((order) => JSON.stringify(order) === JSON.stringify(found));
}

const isList = (value: unknown, allowed: unknown[]): boolean =>
	Array.isArray(value) && value.every((one) => allowed.includes(one));

/** True where a default is of its field's type, within its bounds and among its choices. */
export function hasSaneDefault(field: INodeProperties): boolean {
	const { type, typeOptions: { minValue = -Infinity, maxValue = Infinity } = {} } = field;
	const value = field.default as unknown;
	const choices = (field.options ?? []).map((one) => ('value' in one ? one.value : undefined));
	switch (type) {
		case 'boolean':
			return typeof value === 'boolean';
		case 'number':
			return typeof value === 'number' && value >= minValue && value <= maxValue;
		case 'options':
			return choices.includes(value as string);
		case 'multiOptions':
			return isList(value, choices);
		case 'collection':
		case 'fixedCollection':
			return JSON.stringify(value) === '{}';
		case 'resourceLocator':
			return JSON.stringify(value) === '{"mode":"list","value":""}';
		case 'resourceMapper':
			return JSON.stringify(value) === '{"mappingMode":"defineBelow","value":null}';
		default:
			return typeof value === 'string';
	}
}
