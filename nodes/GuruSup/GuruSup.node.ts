import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { execute } from '../shared/run/execute';
import { formOf } from '../shared/form/form';
import { vendor } from './vendor';

export class GuruSup implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'GuruSup',
		name: 'guruSup',
		icon: { light: 'file:../../icons/gurusup.svg', dark: 'file:../../icons/gurusup.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ ($parameter["operation"] + ": " + $parameter["resource"]).replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description: 'Write to the AI customer support of GuruSup and read its conversations',
		defaults: { name: 'GuruSup' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'guruSupApi', required: true }],
		properties: formOf(vendor),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, vendor);
	}
}
