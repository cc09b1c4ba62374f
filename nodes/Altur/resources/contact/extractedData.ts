import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { BadInput } from '../../../shared/failure';
import type { Reader } from '../../../shared/reader';

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
	try {
		const parsed: unknown = JSON.parse(String(value));
		if (isObject(parsed)) return parsed;
	} catch {
		// Said below, in the words of the form.
	}
	return refuse(`"${String(value).slice(0, 60)}" is no JSON object`);
}

const listOf = (value: unknown): IDataObject[] => [value ?? []].flat() as IDataObject[];

/** A contact's `extracted_data`; nothing where nothing is set. */
export function extractedDataOf(read: Reader): IDataObject | undefined {
	if (!read.has('extractedData')) return undefined;
	const { field, object } = read.raw('extractedData') as IDataObject;
	const data: IDataObject = {};
	for (const { json } of listOf(object)) if (json !== '') Object.assign(data, objectOf(json));
	for (const { name, value: content } of listOf(field)) {
		if (typeof name === 'object' && name !== null) refuse('the name of a field must be text');
		if (String(name ?? '').trim() === '') refuse('a field has no name');
		data[String(name).trim()] = content;
	}
	return Object.keys(data).length > 0 ? data : undefined;
}
