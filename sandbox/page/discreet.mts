/** An address without what may be a token in it: user, password, query. */
export function addressShown(url: string): string {
	if (!URL.canParse(url)) return '(not an address)';
	const { protocol, host, pathname, search } = new URL(url);
	return `${protocol}//${host}${pathname}${search && '?…'}`;
}

/** An address to be filled in beforehand: none where it would show what may be a token. */
export function addressOffered(url: string): string {
	if (!URL.canParse(url)) return '';
	const { username, password, search } = new URL(url);
	return username + password + search === '' ? url : '';
}

const mostLetters = 500;

/** The JSON of something with short texts, and the given secrets taken out of each, however they got in. */
export function jsonWithout(secrets: string[], value: unknown): string {
	const known = secrets.filter((secret) => secret !== '');
	const discreet = (text: string): string => {
		// The first cut spares work; a secret that it cuts through falls to the second one.
		const start = text.slice(0, mostLetters * 4);
		const shown = known.reduce((left, secret) => left.replaceAll(secret, '‹secret›'), start);
		return shown.length > mostLetters ? `${shown.slice(0, mostLetters)}…` : shown;
	};
	return JSON.stringify(value, (_name, part: unknown) =>
		typeof part === 'string' ? discreet(part) : part,
	);
}
