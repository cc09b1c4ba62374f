import { createHmac } from 'node:crypto';

/** The vendor's present way, and the one an older page of it describes. */
export type SignatureFormat = 'base64' | 'hex';

/**
 * Signs the body's bytes. base64: the key is the decoded secret, the digest base64; hex: the key is
 * the secret's text, the digest hex.
 */
export function signatureOf(body: Buffer, secret: string, format: SignatureFormat): string {
	const key = format === 'base64' ? Buffer.from(secret, 'base64') : Buffer.from(secret, 'utf8');
	return createHmac('sha256', key).update(body).digest(format);
}
