import { parametersIn } from '../shared/webhooks/disposition';

const EXTENSIONS: Record<string, string> = {
	'application/gzip': 'gz',
	'application/json': 'json',
	'application/pdf': 'pdf',
	'application/zip': 'zip',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'text/csv': 'csv',
	'text/html': 'html',
	'text/plain': 'txt',
};

/** A name of ours, for a file that has none. */
export const nameByType = (type: string): string => `zaia-export.${EXTENSIONS[type] ?? 'bin'}`;

/** Control characters, and those that write a name backwards: a file may not look like another kind. */
const HIDDEN = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A name without any folder; empty where nothing is left of it. */
export function safeName(name: string): string {
	const last = name.toWellFormed().replace(HIDDEN, '').split(/[\\/]/).at(-1)!.trim();
	return /^\.*$/.test(last) ? '' : last;
}

/** A file's name as a `content-disposition` header gives it, without any folder; else one after its type. */
export function fileNameOf(disposition: string, type: string): string {
	const { 'filename*': extended = '', filename = '' } = parametersIn(disposition);
	return safeName(extended) || safeName(filename) || nameByType(type);
}
