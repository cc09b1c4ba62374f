import type { IWebhookFunctions } from 'n8n-workflow';
import { fileNameOf } from '../../nodes/Zaia/fileName.ts';
import { receiveExport } from '../../nodes/Zaia/exportFile.ts';

/** What n8n has made of a delivery by the time it asks the node. */
interface Delivery {
	headers: Record<string, string>;
	body?: unknown;
	rawBody?: Buffer;
}

const receive = async (delivery: Delivery, asFile = false) => {
	const context = {
		getRequestObject: () => delivery,
		helpers: {
			prepareBinaryData: async (content: unknown, fileName: string, mimeType: string) => ({
				content,
				fileName,
				mimeType,
			}),
		},
		nodeHelpers: {
			copyBinaryFile: async (path: string, fileName: string, mimeType: string) => ({
				path,
				fileName,
				mimeType,
			}),
		},
	} as unknown as IWebhookFunctions;
	const { workflowData, webhookResponse } = await receiveExport(context, asFile);
	expect(webhookResponse).toEqual({ received: true });
	return workflowData?.[0];
};

const json = { 'content-type': 'application/json; charset=utf-8' };

test.each([
	['an array', [{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 2 }]],
	['an object', { messages: [] }, [{ messages: [] }]],
	['an array of texts', ['x'], [{ value: 'x' }]],
	['an empty array', [], []],
	['nothing', undefined, [{}]],
	['null', null, [{ value: null }]],
	['an object with an error in it', { error: 'no messages' }, [{ error: 'no messages' }]],
])('JSON that is %s comes as items', async (_what, body, items) => {
	expect((await receive({ headers: json, body }))?.map((item) => item.json)).toEqual(items);
});

test('JSON by another name is JSON', async () => {
	const headers = { 'content-type': 'application/vnd.zaia+json' };
	expect(await receive({ headers, body: { a: 1 } })).toEqual([{ json: { a: 1 } }]);
});

test('anything else is one file with its name and type', async () => {
	const rawBody = Buffer.from('a;b');
	const headers = {
		'content-type': 'Text/CSV; charset=utf-8',
		'content-disposition': 'attachment; filename="/tmp/../../chats.csv"',
	};
	expect(await receive({ headers, rawBody })).toEqual([
		{
			json: {},
			binary: { data: { content: rawBody, fileName: 'chats.csv', mimeType: 'text/csv' } },
		},
	]);
});

test('a delivery without a type and without a body is an empty file', async () => {
	expect(await receive({ headers: {} })).toMatchObject([
		{ binary: { data: { fileName: 'zaia-export.bin', mimeType: 'application/octet-stream' } } },
	]);
});

test('the files of a form come as files, its fields as JSON', async () => {
	const file = { filepath: '/put/aside', originalFilename: 'a.csv', mimetype: 'text/csv' };
	const nameless = { filepath: '/put/aside/too', originalFilename: null, mimetype: 'text/csv' };
	const body = { data: { id: 'x' }, files: { one: file, more: [nameless] } };
	const headers = { 'content-type': 'multipart/form-data; boundary=b' };
	expect(await receive({ headers, body })).toEqual([
		{
			json: { id: 'x' },
			binary: {
				data: { path: '/put/aside', fileName: 'a.csv', mimeType: 'text/csv' },
				data1: { path: '/put/aside/too', fileName: 'zaia-export.csv', mimeType: 'text/csv' },
			},
		},
	]);
});

test('a form without files, and one without anything, is an item all the same', async () => {
	const headers = { 'content-type': 'multipart/form-data; boundary=b' };
	expect(await receive({ headers, body: { data: { id: 'x' } } })).toEqual([
		{ json: { id: 'x' }, binary: {} },
	]);
	expect(await receive({ headers })).toEqual([{ json: {}, binary: {} }]);
	const typeless = { filepath: '/put/aside', originalFilename: null, mimetype: null };
	expect(await receive({ headers, body: { files: { one: typeless } } })).toMatchObject([
		{ json: {}, binary: { data: { path: '/put/aside', fileName: 'zaia-export.bin' } } },
	]);
});

test('taken as a file, JSON is streamed unread, and stays packed if it was', async () => {
	const delivery = { headers: json };
	expect(await receive(delivery, true)).toEqual([
		{
			json: {},
			binary: {
				data: { content: delivery, fileName: 'zaia-export.json', mimeType: 'application/json' },
			},
		},
	]);
	const packed = { headers: { ...json, 'content-encoding': 'gzip' } };
	expect(await receive(packed, true)).toMatchObject([
		{ binary: { data: { fileName: 'zaia-export.json.gz', mimeType: 'application/gzip' } } },
	]);
});

test.each([
	["attachment; filename*=UTF-8''conversas%20de%20maio.csv", 'conversas de maio.csv'],
	["attachment; filename*=utf-8'pt'%E0%A4%A; filename=x.csv", '%E0%A4%A'],
	['attachment; filename=plain.csv; size=3', 'plain.csv'],
	['attachment; filename="C:\\exports\\chats.csv"', 'chats.csv'],
	['attachment', 'zaia-export.csv'],
	['attachment; filename=" "', 'zaia-export.csv'],
])('the name in %j is %j', (disposition, name) => {
	expect(fileNameOf(disposition, 'text/csv')).toBe(name);
});
