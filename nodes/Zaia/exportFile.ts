import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

/** What Zaia gets for an answer; it documents no wish. */
const TAKEN = { received: true };

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

const isJson = (type: string): boolean => /^application\/([\w.-]+\+)?json$/.test(type);

/** The file's name as the sender gives it, without any folder; else one after its type. */
function fileNameOf(disposition: string, type: string): string {
	const encoded = /filename\*=(?:utf-8)?''([^;]+)/i.exec(disposition)?.[1];
	const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
	const given = encoded ? decoded(encoded) : plain;
	const name = given?.split(/[\\/]/).pop()?.trim();
	return name || `zaia-export.${EXTENSIONS[type] ?? 'bin'}`;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

const itemOf = (value: unknown): INodeExecutionData =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? { json: value as IDataObject }
		: { json: { value: value as IDataObject[string] } };

/**
 * Takes in what Zaia posts when an export is ready. Its format is not documented: JSON becomes items,
 * one an element of an array, and anything else one file. `asFile` takes JSON as a file, too, and streams
 * it, so that it may be larger than n8n lets a body be that it reads itself.
 */
export async function receiveExport(
	context: IWebhookFunctions,
	asFile = false,
): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	const { 'content-type': header = '', 'content-disposition': disposition = '' } = request.headers;
	const type = header.split(';')[0].trim().toLowerCase();
	if (!asFile && isJson(type)) {
		const body = request.body as unknown;
		const values: unknown[] = Array.isArray(body) ? body : [body];
		return { workflowData: [values.map(itemOf)], webhookResponse: TAKEN };
	}
	const content = asFile ? request : (request.rawBody ?? Buffer.alloc(0));
	const data = await context.helpers.prepareBinaryData(
		content,
		fileNameOf(disposition, type),
		type || 'application/octet-stream',
	);
	return { workflowData: [[{ json: {}, binary: { data } }]], webhookResponse: TAKEN };
}
