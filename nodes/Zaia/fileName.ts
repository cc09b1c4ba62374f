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

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** A file's name as a `content-disposition` header gives it, without any folder; else one after its type. */
export function fileNameOf(disposition: string, type: string): string {
	const encoded = /filename\*=(?:utf-8)?'[^']*'([^;]+)/i.exec(disposition)?.[1];
	const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
	const given = encoded ? decoded(encoded) : plain;
	const name = given?.split(/[\\/]/).pop()?.trim();
	return name || `zaia-export.${EXTENSIONS[type] ?? 'bin'}`;
}
