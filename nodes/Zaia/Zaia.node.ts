import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { execute } from '../shared/run/execute';
import { formOf } from '../shared/form/form';
import { resumeWebhooks, takeAwaited } from '../shared/webhooks/wait';
import { getEndpointFields, searchEndpoints } from './endpoints';
import { searchLanguages, searchRoles } from './enums';
import { receiveExport } from './exportFile';
import { searchChannels, searchChats, searchSenders, searchThreads } from './pickers';
import { vendor } from './vendor';

export class Zaia implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zaia',
		name: 'zaia',
		icon: { light: 'file:../../icons/zaia.svg', dark: 'file:../../icons/zaia.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ ($parameter["operation"] + ": " + $parameter["resource"]).replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description: 'Write to chats of Zaia, read them, export them, and look up its agents and users',
		defaults: { name: 'Zaia' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zaiaApi', required: true }],
		waitingNodeTooltip: 'Waiting until Zaia delivers the export',
		webhooks: resumeWebhooks,
		properties: formOf(vendor),
	};

	methods = {
		listSearch: {
			searchChannels,
			searchChats,
			searchEndpoints,
			searchLanguages,
			searchRoles,
			searchSenders,
			searchThreads,
		},
		resourceMapping: { getEndpointFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, vendor);
	}

	/** Called with an export while the execution waits for one; n8n has checked the signature of the address. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await takeAwaited(this, receiveExport);
	}
}
