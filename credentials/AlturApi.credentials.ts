import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { assertBaseUrl } from '../nodes/shared/send/baseUrl';

/** Altur: `Authorization: api-key <KEY>`. Source: Altur's published OpenAPI document. */
export class AlturApi implements ICredentialType {
	name = 'alturApi';

	displayName = 'Altur API';

	documentationUrl = 'https://docs.altur.io';

	icon: Icon = { light: 'file:../icons/altur.svg', dark: 'file:../icons/altur.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The key as Altur shows it, with or without the word "api-key" in front',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.altur.io/api/v1.0',
			description: 'Where Altur answers. Change it only for a test server.',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Needed by the Altur Trigger only: the secret that Altur shows beside the webhook',
		},
	];

	/** A function, because n8n evaluates an expression of the generic form anew for every request. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		assertBaseUrl(requestOptions.baseURL);
		// Altur's samples invite people to paste the whole header value.
		const key = String(credentials.apiKey ?? '')
			.trim()
			.replace(/^(authorization:\s*)?api-key\s+/i, '');
		requestOptions.headers = { ...requestOptions.headers, Authorization: `api-key ${key}` };
		return requestOptions;
	}

	/** Altur has no address for testing a key; the shortest list of campaigns serves. An assumption of ours. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: '/campaigns',
			qs: { pageSize: 1 },
		},
		// Else n8n says no more than "Unauthorized" and "Not Found".
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						"Altur does not accept this API key (401 Unauthorized). Copy it again from Altur's settings.",
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'Altur does not answer at this base URL (404 Not Found). Correct it.',
				},
			},
		],
	};
}
