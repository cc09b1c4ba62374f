import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsDecrypted,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	NodeExecutionHint,
} from 'n8n-workflow';
import { strict } from './strict.mts';

/** What n8n's HTTP helper hands over when it was asked for the full response. */
export interface FullAnswer {
	statusCode: number;
	headers: IDataObject;
	body: unknown;
}

/** APIs that an operation uses beyond those of every operation. */
export type Supplies = Partial<Omit<IExecuteFunctions, 'helpers'>> & {
	helpers?: Partial<IExecuteFunctions['helpers']>;
};

interface Extra {
	credentialsDecrypted: ICredentialsDecrypted;
	preAuthenticationRetryStatusCode?: number[];
}

/** All that the node under test gets to see. */
export interface Given {
	/** As a workflow stores them; `={{ $json.name }}` is looked up in the row. */
	parameters: IDataObject;
	rows?: IDataObject[];
	credential: { type: ICredentialType; data: ICredentialDataDecryptedObject };
	/** What the vendor answers; what it throws is a connection that was lost. */
	answer?: (request: IHttpRequestOptions) => FullAnswer | Promise<FullAnswer>;
	node?: Partial<INode>;
	supplies?: Supplies;
}

export interface StrictContext {
	context: IExecuteFunctions;
	/** The requests as they reach n8n's HTTP helper, signed by the credential. */
	sent: IHttpRequestOptions[];
	hints: string[];
	/** The node's memory in the execution. */
	memory: IDataObject;
}

const timezone = 'America/Mexico_City';

/** A parameter with the expressions of one row put in. */
function resolved(value: unknown, row: IDataObject): unknown {
	if (typeof value === 'string') {
		const name = /^=\{\{ \$json\.(\w+) \}\}$/.exec(value)?.[1];
		return name ? row[name] : value;
	}
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((entry) => resolved(entry, row));
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolved(part, row)]));
}

/** As n8n does it: without a fallback, an absent parameter is an error. */
function readParameter(parameters: IDataObject, row: IDataObject, name: string, fallback: unknown) {
	const value = resolved(parameters[name], row) ?? fallback;
	if (value === undefined) throw new Error('Could not get parameter');
	return value;
}

/**
 * Stands in for n8n's execution context without its engine. It throws on any API that neither every
 * operation uses nor the test supplied, so that nothing is used unawares.
 */
export function strictContext({
	parameters,
	rows = [{}],
	credential: { type, data },
	answer,
	node: more,
	supplies: { helpers, ...supplies } = {},
}: Given): StrictContext {
	const sent: IHttpRequestOptions[] = [];
	const hints: string[] = [];
	const memory: IDataObject = {};
	const node: INode = {
		id: 'n',
		name: 'Subject',
		type: 'subject',
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: { [type.name]: { id: '1', name: type.name } },
		...more,
	};
	const request = async (
		name: string,
		options: IHttpRequestOptions,
		{ credentialsDecrypted, preAuthenticationRetryStatusCode: again }: Extra,
	): Promise<FullAnswer> => {
		if (name !== type.name) throw new Error(`There is no credential "${name}"`);
		if (again?.length !== 0) throw new Error('n8n would send this again after a 401');
		const values = credentialsDecrypted.data ?? {};
		const { authenticate } = type;
		if (typeof authenticate !== 'function') throw new Error('The credential signs nothing');
		const signed = await authenticate.call(type, values, options);
		sent.push(signed);
		if (!answer) throw new Error('The test expected no request');
		return await answer(signed);
	};
	const everyday = {
		getNode: () => node,
		getInputData: () => rows.map((json) => ({ json })),
		getNodeParameter: (name: string, index: number, fallback?: unknown) =>
			readParameter(parameters, rows[index] ?? {}, name, fallback),
		getTimezone: () => timezone,
		getCredentials: async () => data,
		continueOnFail: () => node.onError === 'continueRegularOutput',
		getContext: () => memory,
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		getExecutionCancelSignal: () => undefined,
		isToolExecution: () => false,
		addExecutionHints: (...added: NodeExecutionHint[]) =>
			void hints.push(...added.map(({ message }) => message)),
	};
	const context = strict('n8n', {
		...everyday,
		...supplies,
		helpers: strict('n8n.helpers', { httpRequestWithAuthentication: request, ...helpers }),
	}) as unknown as IExecuteFunctions;
	return { context, sent, hints, memory };
}
