import { createHash, timingSafeEqual } from 'crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * True where both are the same, and not empty. Takes the same time wherever they differ: digests are
 * compared, because `timingSafeEqual` throws on texts of different lengths and so gives the length away.
 */
export function sameSecret(shown: string, secret: string): boolean {
	const same = timingSafeEqual(digest(shown), digest(secret));
	return same && secret !== '';
}
