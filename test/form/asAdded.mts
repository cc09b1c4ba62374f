import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

/** An entry of a collection, and what n8n's editor stores for it. */
export interface Added {
	/** Names from the top of the form: `options.callingHours`. */
	path: string;
	field: INodeProperties;
	stored: unknown;
}

/**
 * What stands in a saved node right after "Add option" or "Add field", nothing else touched; nothing where n8n
 * stores the entry only once it has a row.
 */
export function asAdded(field: INodeProperties): unknown {
	if (field.type === 'fixedCollection') return undefined;
	return field.type === 'collection' ? {} : field.default;
}

/** True for what "Add Field" lists where the form's other fields are as they are at first. */
export const isOffered = (field: INodeProperties, form: INodeProperties[] = []): boolean =>
	field.type !== 'hidden' &&
	Object.entries(field.displayOptions?.show ?? {})
		.filter(([name]) => name.startsWith('/'))
		.every(([name, values = []]) =>
			(values as unknown[]).includes(form.find((one) => `/${one.name}` === name)?.default),
		);

const entriesOf = (field: INodeProperties) =>
	(field.type === 'collection' ? ((field.options ?? []) as INodeProperties[]) : []).filter(
		({ type }) => type !== 'hidden',
	);

/** The first row of a group that has several, added and left as it is: n8n stores none of its defaults. */
export const rowAdded = ({ options = [] }: INodeProperties): Record<string, unknown[]> =>
	Object.fromEntries((options as INodePropertyCollection[]).map(({ name }) => [name, [{}]]));

/** Every entry that the collections of a form offer, those inside of others too. */
export const entriesIn = (fields: INodeProperties[], above = ''): Added[] =>
	fields.flatMap((collection) =>
		entriesOf(collection).flatMap((field): Added[] => {
			const path = `${above}${collection.name}.${field.name}`;
			return [
				{ path, field, stored: asAdded(field) },
				...entriesIn([field], `${above}${collection.name}.`),
			];
		}),
	);
