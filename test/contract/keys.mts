import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
const treeOf = (value: unknown): Tree => (isTree(value) ? value : {});
const listOf = (value: unknown): Tree[] => (Array.isArray(value) ? (value as Tree[]) : []);

function resolved(document: Tree, part: unknown): Tree {
	const { $ref } = treeOf(part);
	if (typeof $ref !== 'string') return treeOf(part);
	const path = $ref.replace('#/', '').split('/');
	return path.reduce<Tree>((at, name) => treeOf(at[name]), document);
}

/** Names of a schema's properties, those of objects in it by their path: `contacts.f_id`. */
function schemaKeys(document: Tree, part: unknown): string[] {
	const schema = resolved(document, part);
	if (schema.items) return schemaKeys(document, schema.items);
	return Object.entries(treeOf(schema.properties)).flatMap(([name, inner]) => {
		const deeper = schemaKeys(document, inner);
		return deeper.length > 0 ? deeper.map((key) => `${name}.${key}`) : [name];
	});
}

const read = (file: string): Tree => treeOf(parse(readFileSync(file, 'utf8')));

export const contractServers = (file: string): unknown[] =>
	listOf(read(file).servers).map(({ url }) => url);

/** What a contract lets a request carry besides its path, by operation: `createCall body agent_id`. */
export function contractKeys(file: string): string[] {
	const document = read(file);
	return Object.values(treeOf(document.paths)).flatMap((path) =>
		Object.values(treeOf(path)).flatMap((operation) => {
			const { operationId, parameters, requestBody } = treeOf(operation);
			if (typeof operationId !== 'string') return [];
			const media = treeOf(treeOf(treeOf(requestBody).content)['application/json']);
			const body = schemaKeys(document, media.schema).map((key) => `body ${key}`);
			const others = listOf(parameters)
				.filter((one) => one.in !== 'path')
				.map((one) => `${String(one.in)} ${String(one.name)}`);
			return [...others, ...body, 'itself'].map((key) => `${operationId} ${key}`);
		}),
	);
}

/** The paths of a value's parts, in the words of `contractKeys`. */
export function valueKeys(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(valueKeys);
	return Object.entries(treeOf(value)).flatMap(([name, inner]) => [
		name,
		...valueKeys(inner).map((key) => `${name}.${key}`),
	]);
}
