import type { INodeType, INodeTypes } from 'n8n-workflow';

/** Stands for whatever comes before the node under test; the engine never runs it. */
class Source implements INodeType {
	description = {
		displayName: 'Source',
		name: 'source',
		group: [],
		version: 1,
		description: '',
		defaults: { name: 'Source' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	} as unknown as INodeType['description'];
}

/** The node types of a workflow of two: the source, and the node under test under this name. */
export function typesFor(name: string, node: INodeType): INodeTypes {
	const types: Record<string, INodeType> = { source: new Source(), [name]: node };
	return {
		getByName: (type: string) => types[type],
		getByNameAndVersion: (type: string) => types[type],
		getKnownTypes: () => ({}),
	} as unknown as INodeTypes;
}
