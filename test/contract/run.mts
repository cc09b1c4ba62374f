import { NodeHelpers } from 'n8n-workflow';
import type {
	IDataObject,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';
import { strictContext } from '../support/strictContext.mts';
import type { FullAnswer, StrictContext } from '../support/strictContext.mts';
import type { Case, Exchange, Parameters, Sent } from './case.mts';
import type { Subject } from './subjects.mts';

/** What a run came to. */
export interface Outcome extends Omit<StrictContext, 'context'> {
	items: INodeExecutionData[];
	/** What the user reads when the node stops; empty where it did not. */
	message: string;
	key: string;
}

let runs = 0;

const answerOf = ([, { status, body, headers = {} }]: Exchange): FullAnswer => ({
	statusCode: status,
	headers,
	body: asReceived(body),
});

/** Streams stay as they are; anything else is a copy, because the node may change it. No body is empty text. */
const asReceived = (body: unknown): unknown =>
	typeof body === 'object' && body !== null && 'pipe' in body ? body : structuredClone(body ?? '');

/** The parameters as n8n hands them to a node: those of hidden fields gone, defaults where none is set. */
const filled = ({ description }: INodeType, parameters: Parameters): IDataObject =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters as INodeParameters,
		true,
		false,
		{ typeVersion: 1 },
		description,
	) as IDataObject;

/** What to run; `asStored` leaves out what n8n does to parameters. */
type Asked = Pick<Case, 'parameters' | 'rows' | 'supplies' | 'exchanges'> & { asStored?: true };

/** Runs a vendor's node once, with the answers in their order. */
export async function run(
	{ node, credential, baseUrl }: Subject,
	{ parameters, rows, exchanges, supplies, asStored }: Asked,
): Promise<Outcome> {
	// Each run has an account of its own: the pace of one account would make the tests wait.
	const key = `key-${++runs}`;
	const waiting = [...exchanges];
	const { context, ...seen } = strictContext({
		parameters: asStored ? parameters : filled(node, parameters),
		rows,
		credential: { type: credential, data: { apiKey: key, baseUrl } },
		supplies,
		answer: () => {
			const next = waiting.shift();
			if (!next) throw new Error('The test expected no further request');
			return answerOf(next);
		},
	});
	try {
		const outputs = (await node.execute?.call(context)) as INodeExecutionData[][];
		return { ...seen, key, items: outputs.flat(), message: '' };
	} catch (error) {
		return { ...seen, key, items: [], message: (error as Error).message };
	}
}

type Query = Record<string, string | string[]>;

/** A query as it stands in the address: names of nested values in brackets, lists by repeating the name. */
function onTheWire(qs: IDataObject, within = ''): Query {
	const parts = Object.entries(qs).map(([key, value]): Query => {
		const name = within ? `${within}[${key}]` : key;
		if (Array.isArray(value)) return { [name]: value.map(String) };
		if (typeof value === 'object' && value !== null) return onTheWire(value as IDataObject, name);
		return { [name]: String(value) };
	});
	return Object.assign({}, ...parts) as Query;
}

/** A request in the words of the cases; throws where it does not go to the vendor. */
export function sentOf(
	{ baseUrl, header }: Subject,
	{ method, url, qs, headers, body }: IHttpRequestOptions,
): Sent {
	if (!url.startsWith(`${baseUrl}/`)) throw new Error(`${url} is not below ${baseUrl}`);
	const { [header]: _key, ...others } = (headers ?? {}) as Record<string, string>;
	return {
		method: String(method),
		path: url.slice(baseUrl.length),
		query: onTheWire(qs ?? {}),
		headers: others,
		body,
	};
}
