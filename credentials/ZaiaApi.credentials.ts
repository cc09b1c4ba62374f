import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { assertBaseUrl } from '../nodes/shared/send/baseUrl';

/** Zaia: the raw key in `authorization`. Source: Zaia's page "Chat Messages"; the raw form: public client code. */
export class ZaiaApi implements ICredentialType {
	name = 'zaiaApi';

	displayName = 'Zaia API';

	documentationUrl = 'https://api.endless.zaia.app/openapi';

	icon: Icon = { light: 'file:../icons/zaia.svg', dark: 'file:../icons/zaia.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The key from the API keys section of your workspace settings in Zaia',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.endless.zaia.app',
			description: 'Where Zaia answers. Change it only for a test server.',
		},
	];

	/** A function, because n8n evaluates an expression of the generic form anew for every request. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		assertBaseUrl(requestOptions.baseURL);
		const key = String(credentials.apiKey ?? '').trim();
		requestOptions.headers = { ...requestOptions.headers, authorization: key };
		return requestOptions;
	}

	/** Zaia has no address for testing a key; the shortest list of agents serves. An assumption of ours. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: '/api/v1/agents',
			qs: { pageSize: 1 },
		},
		// Else n8n says no more than "Unauthorized" and "Not Found".
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Zaia does not accept this API key (401 Unauthorized). Copy it again from your workspace settings in Zaia.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'Zaia does not answer at this base URL (404 Not Found). Correct it.',
				},
			},
		],
	};
}
