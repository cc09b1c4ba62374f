import { bodyValues } from '../../nodes/Zaia/enums.ts';
import { sandboxForTests } from '../support/altur.mts';
import { openList } from './form.mts';

const sandbox = sandboxForTests();

const documentWith = (schema: object, components: object = {}) => ({
	paths: {
		'/api/v1/chat-messages': {
			post: { requestBody: { content: { 'application/json': { schema } } } },
		},
	},
	components,
});

const roles = (schema: object, components?: object) =>
	bodyValues(documentWith(schema, components), '/api/v1/chat-messages', 'role');

test('the roles are those that the vendor allows when a message is created', async () => {
	expect(await openList(sandbox, 'searchRoles')).toEqual({
		results: [
			{ name: 'assistant', value: 'assistant' },
			{ name: 'user', value: 'user' },
		],
	});
	expect(sandbox.it.requests('zaia')).toMatchObject([{ method: 'GET', path: '/openapi' }]);
});

test('the languages are those of an export, searched by what is typed', async () => {
	const { results } = await openList(sandbox, 'searchLanguages', {}, 'PT');
	expect(results).toEqual([{ name: 'ptBr', value: 'ptBr' }]);
});

test('the values are found however the schema is put together', () => {
	const values = ['operator', 'bot'];
	const role = { type: 'string', enum: values };
	expect(roles({ properties: { role } })).toEqual(values);
	expect(
		roles(
			{ properties: { role: { $ref: '#/components/schemas/Role' } } },
			{ schemas: { Role: role } },
		),
	).toEqual(values);
	expect(
		roles({ $ref: '#/components/schemas/New' }, { schemas: { New: { properties: { role } } } }),
	).toEqual(values);
	expect(roles({ allOf: [{ properties: {} }, { properties: { role } }] })).toEqual(values);
	expect(roles({ properties: { role: { anyOf: [role, { type: 'null' }] } } })).toEqual(values);
	expect(
		roles({ properties: { role: { oneOf: [{ const: 'operator' }, { const: 'bot' }] } } }),
	).toEqual(values);
});

test('a schema that refers to itself ends', () => {
	const loop = { $ref: '#/components/schemas/Loop' };
	expect(roles(loop, { schemas: { Loop: loop } })).toEqual([]);
	const nested = { anyOf: [{ $ref: '#/components/schemas/Nested' }] };
	expect(roles(nested, { schemas: { Nested: nested } })).toEqual([]);
});

test.each([{}, { paths: {} }, { paths: { '/api/v1/chat-messages': null } }, [], 'text'])(
	'a document like %j names no values, and the field says how to go on',
	async (document) => {
		sandbox.it.zaia.setDocument(document);
		await expect(openList(sandbox, 'searchRoles')).rejects.toMatchObject({
			message: expect.stringMatching(/names no values for "role"|something other than JSON/),
			description: expect.stringContaining('type the value'),
		});
	},
);

test.each([
	['is down', { kind: 'status' as const, status: 503 }, 'Zaia answered: Service Unavailable (503)'],
	['hangs up', { kind: 'reset' as const }, 'Zaia: the connection broke'],
])('a vendor that %s is named, and the field says how to go on', async (_what, fault, message) => {
	sandbox.it.fail({ vendor: 'zaia', fault });
	await expect(openList(sandbox, 'searchRoles')).rejects.toMatchObject({
		message: expect.stringContaining(message),
		description: expect.stringContaining('type the value'),
	});
});

test('a wrong key is named as such, without the key', async () => {
	const wrong = openList(sandbox, 'searchRoles', {}, '', undefined, 'no-such-key');
	await expect(wrong).rejects.toMatchObject({ message: 'Zaia answered: Unauthorized (401).' });
	await expect(wrong).rejects.not.toMatchObject({ message: expect.stringContaining('no-such') });
});
