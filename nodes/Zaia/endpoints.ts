import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	ResourceMapperFields,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { isFound } from '../shared/lists/search';
import { askOnce } from '../shared/send/lookUp';
import { isObject } from '../shared/values/json';
import { description } from './openapi/description';
import { endpointsIn } from './openapi/endpoints';
import type { Endpoint } from './openapi/endpoints';
import type { Field } from './openapi/fields';
import { endpointNamed } from './openapi/request';
import { vendor } from './vendor';

const PAGE = 200;

const LONGEST = 100;

const shortened = (text: string): string =>
	text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;

function titleOf({ name, summary, isDeprecated }: Endpoint): string {
	const said = shortened(summary.replace(/\s+/g, ' '));
	return [name, said && ` · ${said}`, isDeprecated && ' (deprecated)'].filter(Boolean).join('');
}

/** The endpoints of Zaia's own description, by method, path and summary. */
export async function searchEndpoints(
	this: ILoadOptionsFunctions,
	filter = '',
	token = '0',
): Promise<INodeListSearchResult> {
	const document = await askOnce(this, vendor, description);
	const all = endpointsIn(document).map((one) => ({ name: titleOf(one), value: one.name }));
	if (all.length === 0) {
		const said = "Zaia's own description of its API names no endpoints that can be called.";
		throw new NodeOperationError(this.getNode(), said, { description: 'Try again later.' });
	}
	const found = all.filter(({ name }) => isFound(name, filter));
	const next = Number(token) + PAGE;
	return {
		results: found.slice(Number(token), next),
		...(next < found.length ? { paginationToken: String(next) } : {}),
	};
}

/** More fields than this are no form. */
const MOST_FIELDS = 500;

const TYPES = { integer: 'number', number: 'number', boolean: 'boolean' } as const;

/** What the form shows for a field: one of several types is typed as text, and converted when it is sent. */
function typeOf({ kinds, values, isDate }: Field): ResourceMapperFields['fields'][number]['type'] {
	if (values) return 'options';
	const [kind = 'string', ...more] = kinds;
	if (more.length > 0) return 'string';
	if (kind === 'array' || kind === 'object') return kind;
	if (kind === 'string' && isDate) return 'dateTime';
	return Object.hasOwn(TYPES, kind) ? TYPES[kind as keyof typeof TYPES] : 'string';
}

function shownOf(field: Field): ResourceMapperFields['fields'][number] {
	const { id, values, isNullable, isRequired, place, description: says } = field;
	const title = shortened(says.replace(/\s+/g, ' ').trim());
	return {
		id,
		displayName: title ? `${id} · ${title}` : id,
		// n8n wants a value for what is required; the null of what may be null is set when it is sent.
		required: isRequired && (place === 'path' || !isNullable),
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: typeOf(field),
		...(values
			? {
					options: values.map((value) => ({
						name: String(value),
						value: value as string | number,
					})),
				}
			: {}),
	};
}

/** The form of the chosen endpoint; with the body as JSON, that of its path and query. */
export async function getEndpointFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = this.getCurrentNodeParameter('endpoint') as unknown;
	const name = isObject(chosen) ? chosen.value : chosen;
	if (typeof name !== 'string' || name.trim() === '' || name.startsWith('=')) return { fields: [] };
	const found = endpointNamed(await askOnce(this, vendor, description), name.trim());
	if (!found) {
		throw new NodeOperationError(
			this.getNode(),
			`"${name}" is none that Zaia's own description offers below the Base URL.`,
			{ description: 'Choose another under Endpoint.' },
		);
	}
	const isJson = this.getCurrentNodeParameter('specifyFields') === 'json';
	const fields = found.form.fields.filter(
		({ place }) => !isJson || place === 'path' || place === 'query',
	);
	if (fields.length <= MOST_FIELDS) return { fields: fields.map(shownOf) };
	throw new NodeOperationError(this.getNode(), `${name} takes too many fields for a form.`, {
		description: 'Set Specify Fields to Using JSON.',
	});
}
