import 'reflect-metadata';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeListSearchResult,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { fakeCredentials } from './fakeCredentials.mts';

/** A list of a node's form, and with what it is opened. */
export interface Opened {
	type: INodeType;
	credential: ICredentialType;
	data: ICredentialDataDecryptedObject;
	search: string;
	/** The node's other fields as they stand. */
	fields?: IDataObject;
	filter?: string;
	token?: string;
}

/** Opens a list of the form as n8n's editor does. */
export async function openListOf(asked: Opened): Promise<INodeListSearchResult> {
	const { type, credential, data, search, fields = {}, filter, token } = asked;
	const { LoadOptionsContext } = await import('n8n-core');
	const { Workflow } = await import('n8n-workflow');
	const { name } = type.description;
	const node: INode = {
		id: 'n',
		name,
		type: name,
		typeVersion: 1,
		position: [0, 0],
		parameters: fields as INode['parameters'],
		credentials: { [credential.name]: { id: '1', name: credential.name } },
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
			types: { [credential.name]: credential },
			data: { [credential.name]: data },
		}),
		currentNodeParameters: fields,
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	return await type.methods!.listSearch![search]!.call(context, filter, token);
}
