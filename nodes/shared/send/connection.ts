import type { IDataObject } from 'n8n-workflow';
import type { Lost, Stage } from './effect';

/** An answer as n8n hands it over, before it is understood. */
export interface FullAnswer {
	statusCode: number;
	headers: IDataObject;
	body: unknown;
	/** The proxy of n8n gave it, in place of a connection to the vendor. */
	byProxy?: boolean;
}

/** The stage, or nothing where Node's objects do not prove one. */
function stageOf(request: object): Stage | undefined {
	const { socket, protocol } = request as { socket?: unknown; protocol?: unknown };
	// Node's own agents hand over a socket at once, an agent for a proxy when the proxy has let it through.
	if (socket === null) return 'reusedSocket' in request ? 'proxy' : undefined;
	if (typeof socket !== 'object') return undefined;
	const { encrypted, secureConnecting, _bytesDispatched } = socket as Record<string, unknown>;
	if (encrypted === true) {
		if (secureConnecting === true) return _bytesDispatched === 0 ? 'connecting' : 'securing';
		return secureConnecting === false ? 'secured' : undefined;
	}
	// The agent for proxies puts a socket without TLS there when the proxy said no: the request was not written to it.
	if (_bytesDispatched === 0) return protocol === 'https:' ? 'proxy' : 'connecting';
	return undefined;
}

/** An error and what caused it, from the outside in. */
function layersOf(error: unknown): Array<Record<string, unknown>> {
	const layers: Array<Record<string, unknown>> = [];
	let layer: unknown = error;
	while (layers.length < 6 && typeof layer === 'object' && layer !== null) {
		layers.push(layer as Record<string, unknown>);
		layer = (layer as { cause?: unknown }).cause;
	}
	return layers;
}

const requestIn = (layers: Array<Record<string, unknown>>): object | undefined =>
	layers
		.map(({ request }) => request)
		.find((request): request is object => typeof request === 'object' && request !== null);

/** What an error tells of a lost connection, wherever n8n and axios have put it. */
export function lostOf(error: unknown): Lost {
	const layers = layersOf(error);
	const lost: Lost = { code: '' };
	for (const { code, syscall } of layers) {
		if (typeof code === 'string' && code !== '') lost.code = code;
		if (typeof syscall === 'string') lost.syscall = syscall;
	}
	const request = requestIn(layers);
	const stage = request && stageOf(request);
	if (stage) lost.stage = stage;
	const { message } = layers.at(-1) ?? {};
	if (stage === 'securing' && typeof message === 'string') lost.text = message;
	return lost;
}

/** The answer in an error of n8n's HTTP helper, where one came. */
export function answerIn(error: unknown): FullAnswer | undefined {
	const layers = layersOf(error);
	const response = layers.map((layer) => layer.response).find((one) => one instanceof Object) as
		{ status?: unknown; headers?: unknown; data?: unknown } | undefined;
	// An error status whose body broke off: what it said is not known.
	if (typeof response?.status !== 'number' || response.data === undefined) return undefined;
	const request = requestIn(layers);
	return {
		statusCode: response.status,
		headers: (response.headers ?? {}) as IDataObject,
		body: response.data,
		byProxy: request !== undefined && stageOf(request) === 'proxy',
	};
}
