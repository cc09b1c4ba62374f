import { createHash } from 'crypto';
import { NodeOperationError } from 'n8n-workflow';
import type {
	IAllExecuteFunctions,
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
} from 'n8n-workflow';

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
	const baseUrl = baseUrlOf(String(data.baseUrl ?? ''));
	if (baseUrl === undefined) {
		throw new NodeOperationError(context.getNode(), 'The credential has no usable Base URL', {
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

/** The address without trailing slashes, or nothing where no path can follow it or it is no http(s) address. */
export function baseUrlOf(typed: string): string | undefined {
	const trimmed = typed.trim().replace(/\/+$/, '');
	return URL.canParse(trimmed) && /^https?:\/\/[^?#\s]+$/i.test(trimmed) ? trimmed : undefined;
}
