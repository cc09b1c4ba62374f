/** `name=value` behind a semicolon; the value is quoted, or goes to the next semicolon. */
const PARAMETER = /;\s*([!#$%&'*+.^_`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/gs;

/** `charset'language'text`, as RFC 8187 writes what is not ASCII. */
const EXTENDED = /^(utf-8|iso-8859-1)'[^']*'((?:%[0-9a-f]{2}|[^%"'\s])+)$/i;

/** Node hands header bytes on as Latin-1, while most senders write UTF-8. */
function fromBytes(bytes: Buffer, charset?: string): string | undefined {
	if (charset === 'iso-8859-1') return bytes.toString('latin1');
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return charset ? undefined : bytes.toString('latin1');
	}
}

const isBytes = (text: string): boolean => /^[\0-\xFF]*$/.test(text);

function plain(quoted: string | undefined, token = ''): string {
	// Only these two are escaped by anyone; a backslash before anything else divides folders.
	const text = quoted?.replace(/\\(["\\])/g, '$1') ?? token.trim();
	return isBytes(text) ? (fromBytes(Buffer.from(text, 'latin1')) ?? text) : text;
}

function extended(value: string): string | undefined {
	const [, charset, text] = EXTENDED.exec(value) ?? [];
	if (charset === undefined || !isBytes(text)) return undefined;
	const bytes = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
		String.fromCharCode(parseInt(hex, 16)),
	);
	return fromBytes(Buffer.from(bytes, 'latin1'), charset.toLowerCase());
}

/**
 * The parameters of a `content-disposition` header by RFC 6266 and RFC 8187, names in lower case, values
 * decoded. The first of a name counts; an extended one (`filename*`) that cannot be decoded is none.
 */
export function parametersIn(disposition: string): Record<string, string> {
	const found = new Map<string, string>();
	for (const [, given, quoted, token] of `;${disposition}`.matchAll(PARAMETER)) {
		const name = given.toLowerCase();
		const isExtended = name.endsWith('*');
		const value = isExtended ? extended((quoted ?? token).trim()) : plain(quoted, token);
		if (value !== undefined && !found.has(name)) found.set(name, value);
	}
	return Object.fromEntries(found);
}
