import { randomBytes } from 'node:crypto';

/** A MongoDB ObjectID: the second of its making, then chance. */
export function objectId(): string {
	const seconds = Math.floor(Date.now() / 1000)
		.toString(16)
		.padStart(8, '0');
	return seconds + randomBytes(8).toString('hex');
}
