import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	ICredentialsHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';

/** Credentials as n8n's store would hold them. */
export interface StoredCredentials {
	types: Record<string, ICredentialType>;
	data: Record<string, ICredentialDataDecryptedObject>;
}

/** Stands in for n8n's credential store: nothing is encrypted, and the real `authenticate` runs. */
export function fakeCredentials({ types, data }: StoredCredentials): ICredentialsHelper {
	return {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		preAuthentication: async () => undefined,
		authenticate: async (
			values: ICredentialDataDecryptedObject,
			type: string,
			options: IHttpRequestOptions,
		) => {
			const { authenticate } = types[type];
			return typeof authenticate === 'function'
				? await authenticate.call(types[type], values, options)
				: options;
		},
		getDecrypted: async (_data: unknown, _node: unknown, type: string) => data[type],
		getCredentials: async () => {
			throw new Error('not supplied');
		},
		getCredentialsProperties: (type: string) => types[type]?.properties ?? [],
	} as unknown as ICredentialsHelper;
}
