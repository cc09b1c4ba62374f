import type { INodeProperties } from 'n8n-workflow';
import { BadInput } from '../shared/contract/failure';
import { rangeOf } from '../shared/values/dates';
import type { Reader } from '../shared/contract/reader';
import { isUuid } from '../shared/values/json';
import { partsOf } from '../shared/values/read';

/** One entry of a "Filters" collection, and how it goes out. */
export interface Filter {
	field: INodeProperties;
	/** What is sent; nothing where it is not set. One value goes as such, several as an array. */
	value: (read: Reader) => string | string[] | undefined;
	/** Values that Zaia's reference does not name. They are sent all the same: it is in alpha. */
	unknown?: (read: Reader) => string[];
}

/** What stands between the parts of a text. */
const SEPARATOR = /[\s,;]+/;

const alone = (parts: string[]): string | string[] | undefined =>
	parts.length > 1 ? parts : parts[0];

const label = (read: Reader, name: string) => `Filters › ${read.label(name)}`;

/** IDs of which a row must have one. */
export function ids(name: string, displayName: string, description: string): Filter {
	return {
		field: {
			displayName,
			name,
			type: 'string',
			default: '',
			placeholder: 'e.g. 7c9e6679-7425-40de-944b-e07fc1f90ae7',
			description: `${description}. UUIDs with commas between them, or a list from an expression.`,
		},
		value: (read) => {
			const parts = partsOf(read, name, SEPARATOR);
			const wrong = parts.find((part) => !isUuid(part));
			if (wrong === undefined) return alone(parts);
			throw new BadInput(label(read, name), `"${wrong.slice(0, 60)}" is no UUID`);
		},
	};
}

/** Some of the values that Zaia's reference names; `values` gives their titles. */
export function oneOf(
	name: string,
	displayName: string,
	description: string,
	values: Record<string, string>,
): Filter {
	const options = Object.entries(values).map(([value, title]) => ({ name: title, value }));
	return {
		field: { displayName, name, type: 'multiOptions', default: [], options, description },
		value: (read) => alone(partsOf(read, name, SEPARATOR)),
		unknown: (read) =>
			partsOf(read, name, SEPARATOR).filter((part) => !Object.hasOwn(values, part)),
	};
}

/** Text that Zaia itself looks for. */
export const search: Filter = {
	field: {
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		placeholder: 'e.g. sales',
		description: 'Text that Zaia looks for',
	},
	value: (read) => read.optionalText('search').trim() || undefined,
};

/** Two ends of a period; a start after the end is refused. */
export function period(start: [name: string, title: string], end: [string, string]): Filter[] {
	const field = ([name, displayName]: [string, string], description: string): INodeProperties => ({
		displayName,
		name,
		type: 'dateTime',
		default: '',
		description: `${description}. Without an offset it is in the workflow's time zone.`,
	});
	const range = (read: Reader) => rangeOf(read, start[0], end[0]);
	return [
		{
			field: field(
				end,
				'Only those at or before this moment; a day without a time counts to its end',
			),
			value: (read) => range(read).end,
		},
		{
			field: field(start, 'Only those at or after this moment'),
			value: (read) => range(read).start,
		},
	];
}

/** Notes for the output pane about values that the reference does not name. */
export function unknownValues(filters: Filter[], read: Reader): string[] {
	return filters.flatMap(({ field, unknown }) => {
		const values = unknown?.(read) ?? [];
		if (values.length === 0) return [];
		return [
			`${field.displayName}: ${values.map((value) => `"${value}"`).join(', ')} is not among the values known when this node was made. It was sent as it is; Zaia decides.`,
		];
	});
}
