import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { checkSecret, receive } from './receive';
import { triggerFields } from './triggerFields';

export class AlturTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Altur Trigger',
		name: 'alturTrigger',
		icon: { light: 'file:../../icons/altur.svg', dark: 'file:../../icons/altur.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ").replace(/[._]/g, " ") }}',
		description: 'Starts when a call ends or a campaign changes at Altur',
		eventTriggerDescription: 'Waiting for Altur to call the test URL',
		activationMessage: 'Altur can now call the production URL of this workflow.',
		defaults: { name: 'Altur Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'alturApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				// Altur wants its answer within ten seconds.
				responseMode: 'onReceived',
				// Without this the sender receives the text "firstEntryJson".
				responseData: '',
			},
		],
		properties: triggerFields,
	};

	/** Altur has no API for webhooks: the user types the URL in at Altur. Only the secret is checked. */
	webhookMethods = {
		default: {
			checkExists: async () => false,
			async create(this: IHookFunctions): Promise<boolean> {
				return await checkSecret(this);
			},
			delete: async () => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
