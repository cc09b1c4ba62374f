import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { assertBaseUrl } from '../nodes/shared/send/baseUrl';

/** GuruSup: `x-api-key: <KEY>`, and no base URL. Source: GuruSup's page "Public API Documentation". */
export class GuruSupApi implements ICredentialType {
	name = 'guruSupApi';

	displayName = 'GuruSup API';

	documentationUrl = 'https://app.gurusup.com/settings/integrations';

	icon: Icon = { light: 'file:../icons/gurusup.svg', dark: 'file:../icons/gurusup.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				"The key under Settings › Integrations in GuruSup. GuruSup's webhook shows the same key, and the GuruSup Trigger refuses every delivery without it.",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.gurusup.com/api/v1',
			description:
				'Where GuruSup answers. Its documentation names the paths but not this address: change it if GuruSup gave you another one.',
		},
	];

	/** A function, because n8n evaluates an expression of the generic form anew for every request. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		assertBaseUrl(requestOptions.baseURL);
		const key = String(credentials.apiKey ?? '').trim();
		requestOptions.headers = { ...requestOptions.headers, 'x-api-key': key };
		return requestOptions;
	}

	/**
	 * GuruSup has no address for testing a key; the list of threads serves. An assumption of ours. The list
	 * is not paged and may be large: as a stream, only its beginning is transferred.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: '/threads',
			encoding: 'stream',
		},
		// Else n8n says no more than "Unauthorized" and "Not Found".
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'GuruSup does not accept this API key (401 Unauthorized). Copy it again from Settings › Integrations in GuruSup.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'GuruSup does not answer at this base URL (404 Not Found). Correct it.',
				},
			},
		],
	};
}
