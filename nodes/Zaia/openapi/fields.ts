import type { IDataObject } from 'n8n-workflow';
import { layersOf, listOf, partOf, resolved } from './document';
import type { Part } from './document';
import type { Endpoint } from './endpoints';
import { describe } from './schema';
import type { Described } from './schema';

/** One field of an endpoint's form, and where its value goes. */
export interface Field extends Described {
	/** Its name in the form: the document's, or with its place in front where two are named alike. */
	id: string;
	name: string;
	/** `whole` is a body that is no object with fields. */
	place: 'path' | 'query' | 'body' | 'whole';
	isRequired: boolean;
	/** What stands between the values of a list in the query; nothing where the name is repeated. */
	separator?: string;
}

/** What an endpoint takes, and how it answers. */
export interface Form {
	fields: Field[];
	/** True where it takes a body that is not JSON and cannot do without. */
	needsOther: boolean;
	hasBody: boolean;
	pages: boolean;
	/** True where an answer without content, or a list, says that it was done. */
	mayAnswerNothing: boolean;
}

/** Names that JavaScript and n8n take for something else; a body in JSON may hold them. */
const isName = (name: unknown): name is string =>
	typeof name === 'string' && name !== '' && !(name in Object.prototype);

const SEPARATORS: Record<string, string> = { spaceDelimited: ' ', pipeDelimited: '|' };

function separatorOf({ style, explode }: IDataObject): string | undefined {
	const named = Object.hasOwn(SEPARATORS, String(style)) ? SEPARATORS[String(style)] : undefined;
	return named ?? (explode === false ? ',' : undefined);
}

type Draft = Omit<Field, 'id'>;

function parametersOf(document: IDataObject, { path, shared, operation }: Endpoint): Draft[] {
	const all = [...listOf(shared.parameters), ...listOf(operation.parameters)];
	const drafts = all.flatMap((one): Draft[] => {
		const parameter = resolved(document, one) ?? {};
		const { name, in: place, schema, description, required, content } = parameter;
		if (!isName(name) || (place !== 'path' && place !== 'query')) return [];
		const described = describe(document, schema ?? jsonIn(partOf(content))?.schema);
		const said = typeof description === 'string' ? description : described.description;
		const isRequired = required === true || place === 'path';
		const separator = separatorOf(parameter);
		return [{ ...described, description: said, name, place, isRequired, separator }];
	});
	const named = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
	const missing = named.filter((name) => !drafts.some((one) => isPath(one) && one.name === name));
	return [
		...missing.map((name) => ({ ...describe(document, {}), name, place: 'path' as const })),
		...drafts.filter((one) => !isPath(one) || named.includes(one.name)),
	].map((one) => ({ isRequired: true, ...one }));
}

const isPath = ({ place }: Draft): boolean => place === 'path';

/** The JSON among the types of a body. */
const jsonIn = (content: Part): Part =>
	partOf(
		Object.entries(content ?? {}).find(([type]) => /^application\/(.*\+)?json\b/i.test(type))?.[1],
	);

function bodyOf(document: IDataObject, schema: unknown, isRequired: boolean): Draft[] {
	const firm = layersOf(document, schema, ['allOf']).flatMap(({ required }) => listOf(required));
	const layers = layersOf(document, schema);
	const names = new Set(layers.flatMap((one) => Object.keys(partOf(one.properties) ?? {})));
	const drafts = [...names].filter(isName).map((name): Draft => {
		const anyOf = layers.flatMap(({ properties }) => partOf(properties)?.[name] ?? []);
		const described = describe(document, anyOf.length === 1 ? anyOf[0] : { anyOf });
		return { ...described, name, place: 'body', isRequired: firm.includes(name) };
	});
	if (drafts.length > 0) return drafts;
	const whole = describe(document, schema);
	// Where nothing is said of it, it is JSON still: text would leave as something else.
	const kinds = whole.kinds.length > 0 ? whole.kinds : ['object', 'array'];
	return [{ ...whole, kinds, name: 'body', place: 'whole', isRequired }];
}

/** A field twice in the same place is the later one's: an operation's own goes before that of its path. */
function named(drafts: Draft[]): Field[] {
	const last = new Map(drafts.map((one) => [`${one.place} ${one.name}`, one]));
	const all = [...last.values()];
	return all.map((one) => {
		const isAlone = all.filter(({ name }) => name === one.name).length === 1;
		const place = one.place === 'whole' ? 'body' : one.place;
		return { ...one, id: isAlone ? one.name : `${place}.${one.name}` };
	});
}

function answers(document: IDataObject, { responses }: IDataObject) {
	const good = Object.entries(partOf(responses) ?? {}).filter(([status]) => /^2/.test(status));
	const contents = good.map(([, one]) => partOf(resolved(document, one)?.content));
	const schemas = contents.map((content) => jsonIn(content)?.schema);
	return {
		isList: schemas.some((schema) => describe(document, schema).kinds.includes('array')),
		isNothing: contents.some((content) => content === undefined),
	};
}

/** The form of an endpoint. Two fields count pages where the answer is a list: Return All and Limit stand for them. */
export function formOf(document: IDataObject, endpoint: Endpoint): Form {
	const { method, operation } = endpoint;
	const { content, required } = resolved(document, operation.requestBody) ?? {};
	const json = jsonIn(partOf(content));
	const all = parametersOf(document, endpoint);
	const { isList, isNothing } = answers(document, operation);
	const isPage = ({ name, place }: Draft) =>
		place === 'query' && ['pageNumber', 'pageSize'].includes(name);
	const pages = method === 'GET' && isList && all.filter(isPage).length === 2;
	const drafts = pages ? all.filter((one) => !isPage(one)) : all;
	const hasBody = json !== undefined && method !== 'GET';
	const fields = named([
		...drafts,
		...(hasBody ? bodyOf(document, json.schema, required === true) : []),
	]);
	return {
		fields,
		needsOther: required === true && json === undefined,
		hasBody,
		pages,
		mayAnswerNothing: method !== 'GET' && (isList || isNothing),
	};
}
