import 'reflect-metadata';
import type {
	IDataObject,
	INode,
	INodeListSearchResult,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { ZaiaApi } from '../../credentials/ZaiaApi.credentials.ts';
import { Zaia } from '../../nodes/Zaia/Zaia.node.ts';
import { zaiaKey, zaiaPrefix } from '../../sandbox/zaia/address.mts';
import { fakeCredentials } from '../support/fakeCredentials.mts';

type Search = keyof Zaia['methods']['listSearch'];

/** Opens a list of the form as n8n's editor does, with the node's other fields as they stand. */
export async function openList(
	sandbox: { url: string },
	search: Search,
	fields: IDataObject = {},
	filter?: string,
	token?: string,
	key = zaiaKey,
): Promise<INodeListSearchResult> {
	const { LoadOptionsContext } = await import('n8n-core');
	const { Workflow } = await import('n8n-workflow');
	const type = new Zaia();
	const node: INode = {
		id: 'n',
		name: 'Zaia',
		type: 'zaia',
		typeVersion: 1,
		position: [0, 0],
		parameters: fields as INode['parameters'],
		credentials: { zaiaApi: { id: '1', name: 'zaiaApi' } },
	};
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	} as unknown as INodeTypes;
	const workflow = new Workflow({
		id: 'w',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
	});
	const additionalData = {
		credentialsHelper: fakeCredentials({
			types: { zaiaApi: new ZaiaApi() },
			data: { zaiaApi: { apiKey: key, baseUrl: sandbox.url + zaiaPrefix } },
		}),
		currentNodeParameters: fields,
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	return await type.methods.listSearch[search].call(context, filter, token);
}
