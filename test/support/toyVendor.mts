import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { execute } from '../../nodes/shared/run/execute.ts';
import type { Operation, Vendor } from '../../nodes/shared/contract/operation.ts';
import { strictContext } from './strictContext.mts';
import type { FullAnswer, StrictContext, Supplies } from './strictContext.mts';

const field = (name: string, type: INodeProperties['type'] = 'string'): INodeProperties => ({
	...{ displayName: name, name, type },
	default: '',
});

/** An operation that sends its row's number to `/send`. */
export const sends = (value: string, more: Partial<Operation> = {}): Operation => ({
	option: { name: value, value, action: `Do ${value}`, description: value },
	repeat: 'never',
	properties: [field('phoneNumber')],
	request: (read) => ({
		method: 'POST',
		url: `/${value}`,
		body: { to: read.text('phoneNumber') },
		phoneNumber: read.text('phoneNumber'),
		line: read.text('phoneNumber'),
	}),
	...more,
});

/** An operation that reads. */
export const reads = (value: string, more: Partial<Operation> = {}): Operation =>
	sends(value, {
		repeat: 'safe',
		request: (read) => ({ method: 'GET', url: `/${value}/${read.text('phoneNumber')}` }),
		...more,
	});

export const listField = field('limit', 'number');

const credential: ICredentialType = {
	name: 'toyApi',
	displayName: 'Toy API',
	properties: [],
	authenticate: async (_credentials, options) => options,
};

/** What a run of the toy vendor's node is given; each answer by its request, a thrown one is a lost connection. */
export interface ToyRun {
	/** Beside two operations of its own that the vendor has. */
	operation: Operation;
	numbers?: string[];
	parameters?: IDataObject;
	answer?: (to: string) => Partial<FullAnswer> | Promise<Partial<FullAnswer>>;
	node?: Partial<INode>;
	supplies?: Supplies;
	credential?: ICredentialDataDecryptedObject;
}

export interface ToyRan extends Omit<StrictContext, 'context'> {
	output: INodeExecutionData[];
	/** What the output's items hold. */
	items: IDataObject[];
	error?: Error & { description?: string };
	/** To whom requests went, in their order. */
	asked: string[];
}

let accounts = 0;

const whom = ({ url, body }: IHttpRequestOptions): string =>
	String((body as IDataObject | undefined)?.to ?? url.split('/').at(-1));

/** Runs one operation of a vendor that exists in tests only, in the engine alone. */
export async function runToy({ operation, ...job }: ToyRun): Promise<ToyRan> {
	const { numbers = ['1'], node, supplies, parameters } = job;
	const answer: NonNullable<ToyRun['answer']> = job.answer ?? (() => ({}));
	const resource = (value: string, operations: Operation[]) => ({
		option: { name: value, value },
		operations,
	});
	const vendor: Vendor = {
		name: 'Toy',
		credential: 'toyApi',
		requestsPerSecond: 0,
		resources: [
			resource('other', [sends('other'), operation]),
			resource('thing', [sends('other'), operation]),
		],
		errorText: (body) => (body as IDataObject | undefined)?.message as string | undefined,
	};
	const asked: string[] = [];
	const { context, ...seen } = strictContext({
		parameters: {
			resource: 'thing',
			operation: operation.option.value,
			phoneNumber: '={{ $json.phone }}',
			...parameters,
		},
		rows: numbers.map((phone) => ({ phone })),
		credential: {
			type: credential,
			// Each run has an account of its own, and so a pace of its own.
			data: { apiKey: `key-${++accounts}`, baseUrl: 'https://toy.example', ...job.credential },
		},
		node,
		supplies,
		answer: async (request) => {
			const to = whom(request);
			asked.push(to);
			const body = { id: `id-${to}` };
			return { statusCode: 200, headers: {}, body, ...(await answer(to)) };
		},
	});
	try {
		const [output = [], ...more] = await execute(context as IExecuteFunctions, vendor);
		if (more.length > 0) throw new Error('n8n takes one list of items');
		return { ...seen, asked, output, items: output.map(({ json }) => json) };
	} catch (error) {
		return { ...seen, asked, output: [], items: [], error: error as Error };
	}
}
