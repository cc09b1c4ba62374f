import type { IWebhookDescription } from 'n8n-workflow';

/** Where Zaia wakes an execution that waits for its export. */
export const resumeWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		path: '',
		isFullPath: true,
		restartWebhook: true,
		responseMode: 'onReceived',
		// Without this n8n would answer with a word of its own.
		responseData: '',
	},
];
