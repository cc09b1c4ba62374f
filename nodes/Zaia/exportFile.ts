import type {
	IBinaryKeyData,
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
	MultiPartFormData,
} from 'n8n-workflow';
import { asObject } from '../shared/values/json';
import { isTooDeep } from '../shared/webhooks/depth';
import { fileNameOf, nameByType, safeName } from './fileName';

/** What Zaia gets for an answer; it documents no wish. */
const TAKEN = { received: true };

const isJson = (type: string): boolean => /^application\/([\w.-]+\+)?json$/.test(type);

/**
 * What goes on where a delivery holds nothing. An item all the same: without one the loop around the wait
 * would end before its time, and a trigger would start an execution that runs no node.
 */
const EMPTY: IDataObject = {
	isEmpty: true,
	message: 'Zaia delivered an empty export: there may be no messages in the period.',
};

const isNothing = (body: unknown): boolean =>
	[undefined, null, ''].includes(body as string) ||
	(typeof body === 'object' && Object.keys(body ?? {}).length === 0);

/** One item an element of a list, and at least one. */
const itemsOf = (body: unknown): INodeExecutionData[] =>
	isNothing(body)
		? [{ json: { ...EMPTY } }]
		: [body].flat().map((json) => ({ json: asObject(json) }));

interface Form {
	data?: IDataObject;
	files?: MultiPartFormData.Request['body']['files'];
}

/** A form's files, which n8n has put aside, and its other fields. */
async function fromForm(
	context: IWebhookFunctions,
	{ data = {}, files = {} }: Form,
): Promise<INodeExecutionData[]> {
	const binary: IBinaryKeyData = {};
	for (const file of Object.values(files).flat()) {
		if (file.size === 0) continue;
		const count = Object.keys(binary).length;
		const type = file.mimetype ?? '';
		binary[count === 0 ? 'data' : `data${count}`] = await context.nodeHelpers.copyBinaryFile(
			file.filepath,
			safeName(file.originalFilename ?? '') || nameByType(type),
			file.mimetype ?? undefined,
		);
	}
	const holdsNothing = isNothing(data) && isNothing(binary);
	return [{ json: holdsNothing ? { ...EMPTY } : data, binary }];
}

/** One file: from the stream where n8n has left the body unread, else from what it has read. */
async function asOneFile(
	context: IWebhookFunctions,
	type: string,
	unread: boolean,
): Promise<INodeExecutionData[]> {
	const request = context.getRequestObject();
	const { 'content-disposition': disposition = '', 'content-encoding': encoding } = request.headers;
	const { rawBody } = request;
	if (!unread && !rawBody?.length) return itemsOf(undefined);
	// n8n unpacks only what it reads itself.
	const packed = unread && encoding === 'gzip';
	const name = fileNameOf(disposition, type) + (packed ? '.gz' : '');
	const data = await context.helpers.prepareBinaryData(
		unread ? request : rawBody,
		name,
		packed ? 'application/gzip' : type || 'application/octet-stream',
	);
	return data.bytes === 0 ? itemsOf(undefined) : [{ json: {}, binary: { data } }];
}

async function itemsFrom(
	context: IWebhookFunctions,
	asFile: boolean,
): Promise<INodeExecutionData[]> {
	const { headers, body } = context.getRequestObject();
	const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(/\s*;/);
	if (asFile) return await asOneFile(context, type, true);
	// Nested too deep, n8n could not store it as items, and the execution would be lost.
	if (isJson(type) && !isTooDeep(body)) return itemsOf(body);
	if (type === 'multipart/form-data') return await fromForm(context, (body ?? {}) as Form);
	return await asOneFile(context, type, false);
}

/**
 * Takes in what Zaia posts when an export is ready. Its format is not documented: JSON becomes items, one
 * an element of an array, anything else a file, and nothing at all one item that says so. `asFile` takes JSON as a file, too, and streams it, so
 * that it may be larger than n8n lets a body be that it reads itself.
 */
export async function receiveExport(
	context: IWebhookFunctions,
	asFile = false,
): Promise<IWebhookResponseData> {
	return { workflowData: [await itemsFrom(context, asFile)], webhookResponse: TAKEN };
}
