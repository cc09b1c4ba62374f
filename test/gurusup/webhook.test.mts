import type { IWebhookFunctions } from 'n8n-workflow';
import { deliveredIn } from '../../nodes/GuruSup/delivery.ts';
import { isWanted, keyShown, namesOf } from '../../nodes/GuruSup/webhook.ts';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;
const requestWith = (parts: object) => ({ headers: {}, ...parts }) as unknown as Request;

describe('the key that a request shows', () => {
	const name = 'x-api-key';

	test('is found with and without the separate lines of newer versions of Node', () => {
		expect(keyShown(requestWith({ headers: { [name]: 'key' } }))).toBe('key');
		expect(keyShown(requestWith({ headersDistinct: { [name]: ['key'] } }))).toBe('key');
	});

	test.each([
		{},
		{ headersDistinct: {} },
		{ headersDistinct: { [name]: [] } },
		{ headersDistinct: { [name]: ['key', 'key'] } },
		{ headers: { [name]: ['key', 'key'] } },
		{ headers: { [name]: '' } },
	])('is none in %j', (parts) => expect(keyShown(requestWith(parts))).toBe(''));
});

describe('the JSON that was delivered', () => {
	const delivered = (type: string | undefined, text: string, body?: unknown) => {
		const headers = type === undefined ? {} : { 'content-type': type };
		return deliveredIn(requestWith({ headers, rawBody: Buffer.from(text), body }));
	};

	test.each(['application/json', 'application/json;charset=utf-16', 'Application/JSON ; x=y'])(
		'is what n8n has read where the type is %s: it knows the character set',
		(type) => expect(delivered(type, '{"a":2}', { a: 1 })).toEqual({ json: { a: 1 } }),
	);

	test.each([undefined, 'text/plain', 'application/jsonx', 'x-application/json'])(
		'is read from the bytes where the type is %s',
		(type) => expect(delivered(type, '{"a":2}', 'words')).toEqual({ json: { a: 2 } }),
	);

	test('is read from the bytes where n8n has read nothing', () =>
		expect(delivered('application/json', '{"a":2}')).toEqual({ json: { a: 2 } }));

	test('may be 200 levels deep, and not one more', () => {
		const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
		expect(delivered(undefined, nested(200))).toHaveProperty('json');
		expect(delivered(undefined, nested(201))).toHaveProperty('problem');
	});

	test('is missing where there are no bytes or no JSON', () => {
		const empty = { problem: 'The body is empty; JSON is expected' };
		expect(delivered(undefined, '')).toEqual(empty);
		expect(deliveredIn(requestWith({}))).toEqual(empty);
		expect(delivered(undefined, '{')).toEqual({ problem: 'The body is not JSON' });
	});
});

test('names of events are known whatever their case and the spaces around them', () => {
	expect(namesOf(' Send_Message , , OTHER')).toEqual(['send_message', 'other']);
	expect(namesOf(undefined)).toEqual([]);
	expect(isWanted({ type: ' SEND_message ' }, ['send_message'])).toBe(true);
	expect(isWanted({ type: 5 }, ['5'])).toBe(false);
});
