import type { IDataObject } from 'n8n-workflow';
import { plainText } from '../values/json';

const CHARSET = /charset\s*=\s*["']?([\w.:-]+)/i;

/** The decoder of a charset, or nothing where Node knows none of that name. */
function decoderOf(charset: string, fatal = false) {
	try {
		return new TextDecoder(charset, { fatal });
	} catch {
		return undefined;
	}
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		decoderOf('utf-8', true)?.decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** The charset of UTF-16 by the mark at its beginning. */
function markedUtf16(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/**
 * The text of an answer in the charset that its Content-Type names. Bytes that are sound UTF-8 are read as such all
 * the same: servers name ISO-8859-1 because it is their default, and text in it is hardly ever sound UTF-8.
 */
export function textOf(bytes: Uint8Array, headers: IDataObject): string {
	const named = CHARSET.exec(plainText(headers['content-type']) ?? '')?.[1] ?? 'utf-8';
	const charset = markedUtf16(bytes) ?? named;
	if (/^(utf-?8|us-ascii)$/i.test(charset)) return withoutMark(Buffer.from(bytes).toString('utf8'));
	const isWide = /^utf-?(16|32)|^ucs/i.test(charset);
	const decoder = !isWide && isUtf8(bytes) ? undefined : decoderOf(charset);
	return withoutMark((decoder ?? new TextDecoder()).decode(bytes));
}

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

/** The JSON of an answer's bytes, its text where it is no JSON; anything else as it is. */
export function readBody(body: unknown, headers: IDataObject): unknown {
	if (!Buffer.isBuffer(body)) return body;
	return jsonOr(textOf(body, headers));
}

/** JSON where the text is some, else the text. */
export function jsonOr(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
