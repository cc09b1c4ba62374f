import type { IDataObject } from 'n8n-workflow';
import { BadInput } from '../../shared/contract/failure';
import type { Reader } from '../../shared/contract/reader';
import type { VendorRequest } from '../../shared/contract/request';
import { isObject, isPathId, plainText } from '../../shared/values/json';
import { endpointsIn } from './endpoints';
import type { Endpoint } from './endpoints';
import { formOf } from './fields';
import type { Field, Form } from './fields';
import { jsonOf, valueOf } from './values';

type Endpoints = Map<string, { endpoint: Endpoint; form?: Form }>;

/** Endpoints by their name, each with its form once somebody asked for it. Lives as long as its document. */
const known = new WeakMap<object, Endpoints>();

/** An endpoint of a document with its form; nothing where the document has none of that name. */
export function endpointNamed(
	document: unknown,
	name: string,
): { endpoint: Endpoint; form: Form } | undefined {
	if (!isObject(document)) return undefined;
	const all: Endpoints =
		known.get(document) ??
		new Map(endpointsIn(document).map((endpoint) => [endpoint.name, { endpoint }]));
	known.set(document, all);
	const one = all.get(name);
	if (!one) return undefined;
	one.form ??= formOf(document, one.endpoint);
	return { endpoint: one.endpoint, form: one.form };
}

/** The endpoint that a row names. */
export function endpointOf(read: Reader): { endpoint: Endpoint; form: Form } {
	const name = read.text('endpoint');
	const found = endpointNamed(read.guide, name);
	if (found) return found;
	const reason = `"${name.slice(0, 120)}" is none that Zaia's own description offers below the Base URL`;
	throw new BadInput(read.label('endpoint'), reason);
}

/** The values of the form's fields, by place; what is required and may be null is null where it is empty. */
function valuesOf(read: Reader, fields: Field[]): Array<[Field, unknown]> {
	const title = read.label('fields');
	const set = read.has('fields') ? read.raw('fields') : { value: {} };
	if (!isObject(set) || !('value' in set)) throw new BadInput(title, 'must be those of the form');
	const within = read.within('fields').within('value', `${title} › `);
	const ids = fields.map(({ id }) => id);
	const strange = Object.keys(isObject(set.value) ? set.value : {}).find(
		(id) => !ids.includes(id) && within.has(id),
	);
	if (strange !== undefined)
		throw new BadInput(within.label(strange), 'is not among the fields of this endpoint');
	return fields.flatMap((field): Array<[Field, unknown]> => {
		const value = valueOf(within, field);
		if (value !== undefined) return [[field, value]];
		if (!field.isRequired) return [];
		if (field.isNullable && field.place !== 'path') return [[field, null]];
		throw new BadInput(within.label(field.id), 'is empty');
	});
}

/** The endpoint's path with its values; none of them can make another path of it. */
function pathOf(read: Reader, { path }: Endpoint, values: Array<[Field, unknown]>): string {
	const texts = new Map(values.map(([{ name }, value]) => [name, plainText(value)?.trim()]));
	return path.replace(/\{([^{}]+)\}/g, (_all, name: string) => {
		const text = texts.get(name);
		if (text !== undefined && isPathId(text)) return encodeURIComponent(text);
		const reason = text?.isWellFormed() === false ? 'holds half a character' : 'is no ID';
		throw new BadInput(`${read.label('fields')} › ${name}`, reason);
	});
}

const inQuery = ({ separator }: Field, value: unknown): unknown =>
	separator !== undefined && Array.isArray(value) ? value.map(String).join(separator) : value;

/** The body: the form's fields, or JSON as it is. */
function bodyOf(read: Reader, form: Form, values: Array<[Field, unknown]>): unknown {
	if (takesJson(read) && (form.hasBody || read.has('body'))) {
		if (!form.hasBody)
			throw new BadInput(read.label('body'), 'cannot be sent: this endpoint takes no JSON');
		if (!read.has('body')) throw new BadInput(read.label('body'), 'is empty');
		const json = jsonOf(read, 'body');
		if (typeof json === 'object' && json !== null) return json;
		throw new BadInput(read.label('body'), 'must be an object or a list');
	}
	if (!form.hasBody) return undefined;
	const whole = values.find(([{ place }]) => place === 'whole');
	if (form.fields.some(({ place }) => place === 'whole')) return whole?.[1];
	const own = values.filter(([{ place }]) => place === 'body');
	return Object.fromEntries(own.map(([{ name }, value]) => [name, value]));
}

/** True where the body is typed as JSON. */
const takesJson = (read: Reader): boolean => {
	const chosen = read.has('specifyFields') ? read.text('specifyFields') : 'fields';
	if (['fields', 'json'].includes(chosen)) return chosen === 'json';
	throw new BadInput(read.label('specifyFields'), 'must be "fields" or "json"');
};

const isBody = ({ place }: Field): boolean => place === 'body' || place === 'whole';

/** The request of one row, as the document says. */
export function requestOf(read: Reader): VendorRequest {
	const { endpoint, form } = endpointOf(read);
	if (form.needsOther)
		throw new BadInput(
			read.label('endpoint'),
			'takes a body that is not JSON, which cannot be sent',
		);
	const fields = takesJson(read) ? form.fields.filter((one) => !isBody(one)) : form.fields;
	const values = valuesOf(read, fields);
	const query = values.filter(([{ place }, value]) => place === 'query' && value !== null);
	const body = bodyOf(read, form, values);
	return {
		method: endpoint.method,
		url: pathOf(
			read,
			endpoint,
			values.filter(([{ place }]) => place === 'path'),
		),
		repeat: endpoint.method === 'GET' ? 'safe' : 'never',
		// Whoever needs the secret asks for it by an operation of its own.
		drop: ['accessToken'],
		...(query.length > 0
			? {
					qs: Object.fromEntries(
						query.map(([one, value]) => [one.name, inQuery(one, value)]),
					) as IDataObject,
				}
			: {}),
		...(body === undefined ? {} : { body: body as IDataObject }),
		...(form.mayAnswerNothing ? { mayAnswerNothing: true as const } : {}),
	};
}
