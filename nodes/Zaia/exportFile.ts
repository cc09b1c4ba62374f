import type {
	IBinaryKeyData,
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
	MultiPartFormData,
} from 'n8n-workflow';
import { fileNameOf } from './fileName';

/** What Zaia gets for an answer; it documents no wish. */
const TAKEN = { received: true };

const isJson = (type: string): boolean => /^application\/([\w.-]+\+)?json$/.test(type);

const itemOf = (value: unknown): INodeExecutionData =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? { json: value as IDataObject }
		: { json: { value: value as IDataObject[string] } };

const itemsOf = (body: unknown): INodeExecutionData[] =>
	body === undefined ? [{ json: {} }] : [body].flat().map(itemOf);

interface Form {
	data?: IDataObject;
	files?: MultiPartFormData.Request['body']['files'];
}

/** A form's files, which n8n has put aside, and its other fields. */
async function fromForm(
	context: IWebhookFunctions,
	{ data, files = {} }: Form,
): Promise<INodeExecutionData[]> {
	const binary: IBinaryKeyData = {};
	for (const file of Object.values(files).flat()) {
		const count = Object.keys(binary).length;
		binary[count === 0 ? 'data' : `data${count}`] = await context.nodeHelpers.copyBinaryFile(
			file.filepath,
			file.originalFilename ?? fileNameOf('', file.mimetype ?? ''),
			file.mimetype ?? undefined,
		);
	}
	return [{ json: data ?? {}, binary }];
}

/** One file: from the stream where n8n has left the body unread, else from what it has read. */
async function asOneFile(
	context: IWebhookFunctions,
	type: string,
	unread: boolean,
): Promise<INodeExecutionData[]> {
	const request = context.getRequestObject();
	const { 'content-disposition': disposition = '', 'content-encoding': encoding } = request.headers;
	// n8n unpacks only what it reads itself.
	const packed = unread && encoding === 'gzip';
	const name = fileNameOf(disposition, type) + (packed ? '.gz' : '');
	const data = await context.helpers.prepareBinaryData(
		unread ? request : (request.rawBody ?? Buffer.alloc(0)),
		name,
		packed ? 'application/gzip' : type || 'application/octet-stream',
	);
	return [{ json: {}, binary: { data } }];
}

async function itemsFrom(
	context: IWebhookFunctions,
	asFile: boolean,
): Promise<INodeExecutionData[]> {
	const { headers, body } = context.getRequestObject();
	const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(/\s*;/);
	if (asFile) return await asOneFile(context, type, true);
	if (isJson(type)) return itemsOf(body);
	if (type === 'multipart/form-data') return await fromForm(context, (body ?? {}) as Form);
	return await asOneFile(context, type, false);
}

/**
 * Takes in what Zaia posts when an export is ready. Its format is not documented: JSON becomes items, one
 * an element of an array, and anything else a file. `asFile` takes JSON as a file, too, and streams it, so
 * that it may be larger than n8n lets a body be that it reads itself.
 */
export async function receiveExport(
	context: IWebhookFunctions,
	asFile = false,
): Promise<IWebhookResponseData> {
	return { workflowData: [await itemsFrom(context, asFile)], webhookResponse: TAKEN };
}
