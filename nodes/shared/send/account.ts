import { createHash } from 'crypto';
import { NodeOperationError } from 'n8n-workflow';
import type {
	IAllExecuteFunctions,
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
} from 'n8n-workflow';
import { baseUrlOf, wrongWith } from './baseUrl';

/** A vendor's account as one run uses it: decrypted once, because n8n decrypts anew for every request. */
export interface Account {
	baseUrl: string;
	/** Tells accounts apart without holding the key. */
	fingerprint: string;
	decrypted: ICredentialsDecrypted;
}

/** Reads the credential and checks its Base URL. */
export async function accountOf(
	context: IAllExecuteFunctions,
	credential: string,
): Promise<Account> {
	const data = await context.getCredentials<ICredentialDataDecryptedObject>(credential);
	const typed = String(data.baseUrl ?? '');
	const baseUrl = baseUrlOf(typed);
	if (baseUrl === undefined) {
		const said = `The credential has no usable Base URL: ${wrongWith(typed)}`;
		throw new NodeOperationError(context.getNode(), said, {
			description:
				'Open the credential and write the full address, e.g. https://api.example.com/v1',
		});
	}
	return {
		baseUrl,
		fingerprint: createHash('sha256')
			.update(`${baseUrl}\n${String(data.apiKey)}`)
			.digest('hex'),
		decrypted: { id: '', name: credential, type: credential, data },
	};
}
