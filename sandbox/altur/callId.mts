import { randomBytes } from 'node:crypto';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An id as Altur gives its calls. */
export function newCallId(): string {
	let id = 'cll_';
	for (const byte of randomBytes(20)) id += letters[byte % letters.length];
	return id;
}
