import type { IDataObject, INodeProperties } from 'n8n-workflow';

/** Parameters in which `value` stands where the path of a field leads: inside collections and groups of fields. */
export function placed(
	fields: INodeProperties[],
	[name, ...rest]: string[],
	value: unknown,
): IDataObject {
	const field = fields.find((one) => one.name === name);
	if (name === undefined || !field || rest.length === 0)
		return { [String(name)]: value } as IDataObject;
	if (field.type === 'collection') {
		const inner = (field.options ?? []) as INodeProperties[];
		return { ...shownBy(inner, rest[0]), [name]: placed(inner, rest, value) };
	}
	return { [name]: { [rest[0]!]: [{ [rest[1]!]: value }] } } as IDataObject;
}

/** What other fields must hold so that this one shows: n8n drops what is hidden. */
const shownBy = (fields: INodeProperties[], name?: string): IDataObject =>
	Object.fromEntries(
		Object.entries(fields.find((one) => one.name === name)?.displayOptions?.show ?? {})
			.filter(([path]) => path.startsWith('/'))
			.map(([path, values]) => [path.slice(1), (values as string[])[0]]),
	);

/** Both together; the entries of collections are joined. */
export const merged = (a: IDataObject, b: IDataObject): IDataObject =>
	Object.fromEntries(
		[...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => {
			const [one, other] = [a[key], b[key]];
			const both = [one, other].every((it) => typeof it === 'object' && !Array.isArray(it));
			if (both && one && other) return [key, { ...(one as object), ...(other as object) }];
			return [key, other ?? one];
		}),
	) as IDataObject;

/** The same without a form: each name holds the next. */
export const nested = (path: string, value: unknown): IDataObject =>
	path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as IDataObject;
