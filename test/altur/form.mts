import 'reflect-metadata';
import type {
	INode,
	INodeListSearchResult,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { AlturApi } from '../../credentials/AlturApi.credentials.ts';
import { Altur } from '../../nodes/Altur/Altur.node.ts';
import { alturPrefix } from '../../sandbox/altur/address.mts';
import { goodKey } from '../support/altur.mts';
import { fakeCredentials } from '../support/fakeCredentials.mts';

/** Opens a list of the form as n8n's editor does. */
export async function openList(
	sandbox: { url: string },
	search: keyof Altur['methods']['listSearch'],
	filter?: string,
	token?: string,
	apiKey = goodKey,
): Promise<INodeListSearchResult> {
	const { LoadOptionsContext } = await import('n8n-core');
	const { Workflow } = await import('n8n-workflow');
	const type = new Altur();
	const node: INode = {
		id: 'n',
		name: 'Altur',
		type: 'altur',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { alturApi: { id: '1', name: 'alturApi' } },
	};
	const nodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	} as unknown as INodeTypes;
	const nodes = [node];
	const workflow = new Workflow({ id: 'w', nodes, connections: {}, active: false, nodeTypes });
	const additionalData = {
		credentialsHelper: fakeCredentials({
			types: { alturApi: new AlturApi() },
			data: { alturApi: { apiKey, baseUrl: sandbox.url + alturPrefix } },
		}),
		currentNodeParameters: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	return await type.methods.listSearch[search].call(context, filter, token);
}
