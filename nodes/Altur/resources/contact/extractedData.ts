import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { BadInput } from '../../../shared/contract/failure';
import { kindOf, isExact, plainText } from '../../../shared/values/json';
import type { Reader } from '../../../shared/contract/reader';
import { checkObject } from '../../../shared/values/read';

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

const refuse = (reason: string): never => {
	throw new BadInput('Extracted Data', reason);
};

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function objectOf(value: unknown): IDataObject {
	if (isObject(value)) return value;
	const text = plainText(value) ?? kindOf(value);
	if (!isExact(text)) refuse('a number in it has too many digits; put it in quotes');
	try {
		const parsed: unknown = JSON.parse(text);
		if (isObject(parsed)) return parsed;
	} catch {
		// Said below, in the words of the form.
	}
	return refuse(`"${text.slice(0, 60)}" is not a valid JSON object`);
}

const listOf = (value: unknown): IDataObject[] => [value ?? []].flat() as IDataObject[];

/** A contact's `extracted_data`; nothing where nothing is set. */
export function extractedDataOf(read: Reader): IDataObject | undefined {
	if (!read.has('extractedData')) return undefined;
	const { field, object } = read.raw('extractedData') as IDataObject;
	// A map, because an assignment to "__proto__" would lose the field.
	const data = new Map<string, IDataObject[string]>();
	for (const { json } of listOf(object)) {
		if (json === '') continue;
		for (const [name, content] of Object.entries(objectOf(json))) data.set(name, content);
	}
	for (const { name, value: content } of listOf(field)) {
		const text = (plainText(name ?? '') ?? refuse('the name of a field must be text')).trim();
		data.set(text === '' ? refuse('a field has no name') : text, content);
	}
	if (data.size === 0) return undefined;
	const facts = Object.fromEntries(data);
	checkObject(facts, 'Extracted Data');
	return facts;
}
