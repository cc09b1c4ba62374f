import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { receive } from './receive';
import { triggerFields } from './triggerFields';

export class GuruSupTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'GuruSup Trigger',
		name: 'guruSupTrigger',
		icon: { light: 'file:../../icons/gurusup.svg', dark: 'file:../../icons/gurusup.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["options"]["eventNames"] || "every event" }}',
		description: 'Starts when GuruSup wants a message sent to a user',
		eventTriggerDescription: 'Waiting for GuruSup to call the test URL',
		activationMessage: 'GuruSup can now call the production URL of this workflow.',
		defaults: { name: 'GuruSup Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'guruSupApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				responseMode: '={{ $parameter["responseMode"] }}',
				// Without this the sender receives the text "firstEntryJson".
				responseData: '',
			},
		],
		properties: triggerFields,
	};

	/** GuruSup has no API for webhooks: the user types the URL in at GuruSup. */
	webhookMethods = {
		default: {
			checkExists: async () => true,
			create: async () => true,
			delete: async () => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
