import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

/** One operation of a form. */
export interface Place {
	resource: string;
	operation: string;
}

/** Entries of "Options" that the engine gives to every operation. */
export const engineOptions = ['concurrency', 'maxRetries', 'requestsPerSecond', 'timeoutSeconds'];

const valuesOf = (field?: INodeProperties): string[] =>
	((field?.options ?? []) as INodePropertyOptions[]).map(({ value }) => String(value));

const shows = ({ displayOptions }: INodeProperties, name: string, value: string): boolean =>
	((displayOptions?.show?.[name] ?? []) as unknown[]).includes(value);

/** The list of operations that a resource offers. */
export const operationList = (
	{ properties }: INodeTypeDescription,
	resource: string,
): INodeProperties | undefined =>
	properties.find((field) => field.name === 'operation' && shows(field, 'resource', resource));

/** Every resource with each of its operations. */
export function placesOf(description: INodeTypeDescription): Place[] {
	const resources = valuesOf(description.properties.find(({ name }) => name === 'resource'));
	return resources.flatMap((resource) =>
		valuesOf(operationList(description, resource)).map((operation) => ({ resource, operation })),
	);
}

/** The fields of one operation, whatever the others are set to; notices are no fields. */
export const fieldsOf = (
	{ properties }: INodeTypeDescription,
	{ resource, operation }: Place,
): INodeProperties[] =>
	properties.filter(
		(field) =>
			field.type !== 'notice' &&
			shows(field, 'resource', resource) &&
			shows(field, 'operation', operation),
	);

/** What stands inside a collection, with the names on the way there. */
export function within(field: INodeProperties): Array<[path: string, field: INodeProperties]> {
	const options = field.options ?? [];
	if (field.type === 'collection')
		return (options as INodeProperties[]).map((inner) => [`${field.name}.${inner.name}`, inner]);
	if (field.type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).flatMap(({ name, values }) =>
		values.map((inner): [string, INodeProperties] => [
			`${field.name}.${name}.${inner.name}`,
			inner,
		]),
	);
}

/** All fields with those inside collections, by their path: `options.callingHours.from`. */
export function deepFields(fields: INodeProperties[]): Array<[string, INodeProperties]> {
	return fields.flatMap((field): Array<[string, INodeProperties]> => [
		[field.name, field],
		...within(field).flatMap(([path, inner]) => {
			const parent = path.slice(0, path.length - inner.name.length);
			return deepFields([inner]).map(([deeper, deep]): [string, INodeProperties] => [
				parent + deeper,
				deep,
			]);
		}),
	]);
}

/** The paths of the fields that take a value themselves. */
export const leaves = (fields: INodeProperties[]): string[] =>
	deepFields(fields)
		.filter(([, field]) => within(field).length === 0)
		.map(([path]) => path);
