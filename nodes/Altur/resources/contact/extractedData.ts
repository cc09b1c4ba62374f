import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { BadInput } from '../../../shared/contract/failure';
import { isObject, kindOf, plainText } from '../../../shared/values/json';
import { isExact, nameTwice } from '../../../shared/values/jsonText';
import type { Reader } from '../../../shared/contract/reader';
import { plainOf } from '../../../shared/values/read';
import { reasonAgainst } from '../../../shared/values/sendable';

/** Facts about a contact: typed one by one, or taken from an object. */
export const extractedDataField: INodeProperties = {
	displayName: 'Extracted Data',
	name: 'extractedData',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Data',
	default: {},
	description: 'Facts about this person that Altur keeps with the contact',
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Payment Amount',
					description: 'Name of the fact',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. 1200',
					description: 'The fact itself',
				},
			],
		},
		{
			displayName: 'Object',
			name: 'object',
			values: [
				{
					displayName: 'JSON',
					name: 'json',
					type: 'json',
					default: '',
					placeholder: 'e.g. {"Payment Amount": "1200"}',
					description: 'All fields of a JSON object, e.g. from an expression',
				},
			],
		},
	],
};

const FIELD = 'Extracted Data';

const refuse = (reason: string): never => {
	throw new BadInput(FIELD, reason);
};

/** Of two values under one name only one could leave, and which is meant nobody knows. */
const refuseTwice = (name: string): never => refuse(`"${name.slice(0, 60)}" is there twice`);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function objectOf(value: unknown): IDataObject {
	const plain = typeof value === 'object' ? plainOf(value, FIELD) : undefined;
	if (isObject(plain)) return plain;
	const text = plainText(plain ?? value) ?? kindOf(value);
	if (!isExact(text)) refuse('a number in it has too many digits; put it in quotes');
	const object = parsed(text);
	if (!isObject(object)) return refuse(`"${text.slice(0, 60)}" is not a valid JSON object`);
	const twice = nameTwice(text);
	return twice === undefined ? object : refuseTwice(twice);
}

/** The name of one fact as typed in the form. */
function nameOf(typed: unknown): string {
	const reason = typeof typed === 'bigint' ? undefined : reasonAgainst(typed);
	if (reason !== undefined) return refuse(`the name of a field ${reason}`);
	const name = (plainText(typed ?? '') ?? refuse('the name of a field must be text')).trim();
	return name === '' ? refuse('a field has no name') : name;
}

const listOf = (value: unknown): IDataObject[] => [value ?? []].flat() as IDataObject[];

/** A contact's `extracted_data`; nothing where nothing is set. */
export function extractedDataOf(read: Reader): IDataObject | undefined {
	if (!read.has('extractedData')) return undefined;
	const { field, object } = read.raw('extractedData') as IDataObject;
	const objects = listOf(object).filter(({ json }) => json !== '');
	const facts = [
		...objects.flatMap(({ json }) => Object.entries(objectOf(json))),
		...listOf(field).map(({ name, value }) => [nameOf(name), value] as const),
	];
	// A map, because an assignment to "__proto__" would lose the field.
	const data = new Map<string, IDataObject[string]>();
	for (const [name, content] of facts) {
		data.set(data.has(name) ? refuseTwice(name) : name, content);
	}
	return data.size === 0 ? undefined : (plainOf(Object.fromEntries(data), FIELD) as IDataObject);
}
