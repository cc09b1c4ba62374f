import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { execute } from '../shared/run/execute';
import { formOf } from '../shared/form/form';
import { searchLines } from './linePicker';
import { searchAgents, searchCampaigns } from './pickers';
import { vendor } from './vendor';

export class Altur implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Altur',
		name: 'altur',
		icon: { light: 'file:../../icons/altur.svg', dark: 'file:../../icons/altur.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ ($parameter["operation"] + ": " + $parameter["resource"]).replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description:
			'Call people and write to them with the AI agents of Altur. Creating a call rings a real phone.',
		defaults: { name: 'Altur' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'alturApi', required: true }],
		properties: formOf(vendor),
	};

	methods = { listSearch: { searchAgents, searchCampaigns, searchLines } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, vendor);
	}
}
