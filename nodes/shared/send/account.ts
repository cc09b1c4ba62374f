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

/** What must not be in a Base URL, with the reason; the first that fits is said. None quotes what was typed. */
const WRONG: Array<[RegExp, string]> = [
	[/^$/, 'it is empty'],
	[/[\s\p{Cc}\p{Cf}]/u, 'it holds a space, a line break or an invisible character'],
	[/\\/, 'it holds a backslash'],
	[/^(?!https?:\/\/)/i, 'it does not begin with https:// or http://'],
	[
		/^https?:\/\/[^/?#]*@/i,
		'it holds a user name or password, which would be sent in place of the API key',
	],
	[/[?#]/, 'it holds "?" or "#", which no path can follow'],
];

const trimmed = (typed: string): string => typed.trim().replace(/\/+$/, '');

/** Says what is wrong with a Base URL, in words that follow a colon. */
export const wrongWith = (typed: string): string =>
	WRONG.find(([pattern]) => pattern.test(trimmed(typed)))?.[1] ?? 'its host or port is not valid';

/** The address without trailing slashes, or nothing where it cannot be used. */
export function baseUrlOf(typed: string): string | undefined {
	const address = trimmed(typed);
	const isSound = !WRONG.some(([pattern]) => pattern.test(address)) && URL.canParse(address);
	return isSound ? address : undefined;
}
