import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { receiveExport } from './exportFile';
import { triggerFields } from './triggerFields';

export class ZaiaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zaia Trigger',
		name: 'zaiaTrigger',
		icon: { light: 'file:../../icons/zaia.svg', dark: 'file:../../icons/zaia.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"].replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description: 'Starts when Zaia delivers an export',
		eventTriggerDescription: 'Waiting for Zaia to call the test URL',
		activationMessage: 'Zaia can now deliver exports to the production URL of this workflow.',
		defaults: { name: 'Zaia Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				responseMode: 'onReceived',
				// Without this n8n would answer with a word of its own.
				responseData: '',
			},
		],
		properties: triggerFields,
	};

	/** Zaia has no API for webhooks: each export names the address it is delivered to. */
	webhookMethods = {
		default: {
			checkExists: async () => true,
			create: async () => true,
			delete: async () => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const asFile = this.getNodeParameter('options.binaryData', false) === true;
		return await receiveExport(this, asFile);
	}
}
