import { UserError } from 'n8n-workflow';

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

/** For the Test button of a credential, whose address n8n hands on as it was typed; throws with the reason. */
export function assertBaseUrl(address: string | undefined): void {
	if (address === undefined || baseUrlOf(address) !== undefined) return;
	throw new UserError(`The Base URL cannot be used: ${wrongWith(address)}`);
}
