import type { IWebhookFunctions } from 'n8n-workflow';
import { receiveExport } from '../../nodes/Zaia/exportFile.ts';

/** What n8n has made of a delivery by the time it asks the node. */
interface Delivery {
	headers: Record<string, string>;
	body?: unknown;
	rawBody?: Buffer;
}

const receive = async (delivery: Delivery, asFile = false, bytes?: number) => {
	const context = {
		getRequestObject: () => delivery,
		helpers: {
			prepareBinaryData: async (content: unknown, fileName: string, mimeType: string) => ({
				content,
				fileName,
				mimeType,
				...(bytes === undefined ? {} : { bytes }),
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
	['a list of nothings', [null, [], {}], [{ value: null }, { value: [] }, {}]],
	['a number', 0, [{ value: 0 }]],
	['false', false, [{ value: false }]],
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

/** What goes on where nothing was delivered. */
const empty = { isEmpty: true, message: expect.stringContaining('empty export') };

test.each([
	['an empty list', { headers: json, body: [] }],
	['an empty object', { headers: json, body: {} }],
	['null', { headers: json, body: null }],
	['an empty text', { headers: json, body: '' }],
	['no body at all', { headers: json }],
	['no body and no type', { headers: {} }],
	['a file of no bytes', { headers: { 'content-type': 'text/csv' }, rawBody: Buffer.alloc(0) }],
])('%s comes as one item that says so', async (_what, delivery) => {
	expect(await receive(delivery)).toEqual([{ json: empty }]);
});

test('a streamed file that turns out to hold no bytes comes as one item that says so', async () => {
	expect(await receive({ headers: json }, true, 0)).toEqual([{ json: empty }]);
	expect(await receive({ headers: json }, true, 1)).toMatchObject([{ json: {}, binary: {} }]);
});

test('the item of an empty export is made anew each time', async () => {
	const [one] = (await receive({ headers: json, body: [] }))!;
	one!.json.isEmpty = 'changed';
	expect(await receive({ headers: json, body: [] })).toEqual([{ json: empty }]);
});

test('JSON nested so deep that n8n could not store it comes as a file', async () => {
	const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
	expect(await receive({ headers: json, body: nested(200) })).toEqual([
		{ json: expect.anything() },
	]);
	const rawBody = Buffer.from('as it came');
	expect(await receive({ headers: json, body: nested(201), rawBody })).toMatchObject([
		{ json: {}, binary: { data: { content: rawBody, fileName: 'zaia-export.json' } } },
	]);
});

test('the files of a form come as files, its fields as JSON', async () => {
	const file = { filepath: '/put/aside', originalFilename: '../../a.csv', mimetype: 'text/csv' };
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
	const blank = {
		filepath: '/put/aside',
		originalFilename: 'a.csv',
		mimetype: 'text/csv',
		size: 0,
	};
	const headers = { 'content-type': 'multipart/form-data; boundary=b' };
	expect(await receive({ headers, body: { data: { id: 'x' } } })).toEqual([
		{ json: { id: 'x' }, binary: {} },
	]);
	for (const body of [undefined, { data: {}, files: {} }, { files: { one: blank } }])
		expect(await receive({ headers, body })).toEqual([{ json: empty, binary: {} }]);
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
