import fc from 'fast-check';

/** A document with one endpoint, POST /a, that takes this body. */
export const documentWith = (schema: object, schemas: object = {}): Record<string, unknown> => ({
	openapi: '3.1.0',
	paths: {
		'/a': {
			post: {
				requestBody: { required: true, content: { 'application/json': { schema } } },
				responses: { '200': { content: { 'application/json': { schema: { type: 'object' } } } } },
			},
		},
	},
	components: { schemas },
});

const name = fc.constantFrom(
	'id',
	'name',
	'page[size]',
	'a.b',
	'expand[]',
	'__proto__',
	'toString',
	'größe',
);
const type = fc.constantFrom<unknown>(
	...['string', 'number', 'integer', 'boolean', 'array', 'object', 'null', 'file', 7, null],
	...[['string', 'null'], ['array', 'string'], [], { odd: true }],
);
const ref = fc.constantFrom(
	...['#/components/schemas/A', '#/components/schemas/B', '#/components/parameters/P', '#'],
	...[
		'#/paths/~1a',
		'#/nowhere',
		'https://evil.example/x.json',
		'#/components/schemas/__proto__',
		'',
	],
);

/** Schemas as large public documents have them, and as none should be. */
const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
	schema: fc.oneof(
		{ maxDepth: 4, depthIdentifier: 'schema' },
		fc.record({ $ref: ref }),
		fc.record(
			{
				type,
				format: fc.constantFrom('date-time', 'uuid', 'unix-time', 'decimal', 9),
				enum: fc.constantFrom<unknown>(['a', 'b'], [1, 2, null], [], 'a', [{}]),
				nullable: fc.boolean(),
				description: fc.constantFrom<unknown>('What it is', '', 7, null),
				example: fc.constantFrom<unknown>('x', 7, {}, null),
				default: fc.jsonValue(),
			},
			{ requiredKeys: [] },
		),
		fc.record(
			{
				type: fc.constant('object'),
				properties: fc.dictionary(name, tie('schema'), { maxKeys: 4 }),
				required: fc.oneof(fc.array(name), fc.constant('id'), fc.constant(true)),
				additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
				items: tie('schema'),
				discriminator: fc.constant({ propertyName: 'id' }),
			},
			{ requiredKeys: [] },
		),
		fc
			.tuple(fc.constantFrom('allOf', 'anyOf', 'oneOf'), fc.array(tie('schema'), { maxLength: 4 }))
			.map(([by, all]) => ({ [by]: all })),
		fc.constantFrom<unknown>(true, false, null, 7, 'text', []),
	),
}));

const content = fc.dictionary(
	fc.constantFrom(
		...['application/json', 'application/json; charset=utf-8', 'application/scim+json'],
		...['application/x-www-form-urlencoded', 'multipart/form-data', '*/*'],
	),
	fc.record({ schema }),
	{ maxKeys: 3 },
);

const parameter = fc.oneof(
	fc.record(
		{
			name: fc.oneof(name, fc.constantFrom<unknown>(7, null, '')),
			in: fc.constantFrom<unknown>('path', 'query', 'header', 'cookie', 'body', 7),
			required: fc.boolean(),
			style: fc.constantFrom('form', 'deepObject', 'spaceDelimited', '__proto__'),
			explode: fc.boolean(),
			schema,
			content,
		},
		{ requiredKeys: [] },
	),
	fc.record({ $ref: ref }),
	fc.constantFrom<unknown>(null, 7),
);

const operation = fc.record(
	{
		summary: fc.constantFrom<unknown>('Does it', '', 7),
		deprecated: fc.boolean(),
		parameters: fc.oneof(fc.array(parameter, { maxLength: 5 }), fc.constant({})),
		requestBody: fc.oneof(
			fc.record({ content, required: fc.boolean() }, { requiredKeys: [] }),
			fc.record({ $ref: ref }),
			fc.constant(null),
		),
		responses: fc.dictionary(
			fc.constantFrom('200', '201', '204', 'default'),
			fc.record({ content }),
		),
	},
	{ requiredKeys: [] },
);

const item = fc.oneof(
	fc.dictionary(fc.constantFrom('get', 'post', 'put', 'patch', 'delete'), operation, {
		maxKeys: 3,
	}),
	fc.record({ $ref: ref }),
	fc.constantFrom<unknown>(null, 7, []),
);

/** Documents of every kind, few of which say what they should. */
export const anyDocument = fc.oneof(
	{
		weight: 9,
		arbitrary: fc.record({
			paths: fc.dictionary(
				fc.constantFrom(
					...['/a', '/v1/{id}', '/v1/{id}.json', '/{id}/{name}', '/2010-04-01/Accounts/{Sid}'],
					...['//evil.example', '/..', '/a/../b', 'https://evil.example', '/x?y', '/{', '/{}'],
				),
				item,
			),
			components: fc.record({
				schemas: fc.record({ A: schema, B: schema }),
				parameters: fc.record({ P: parameter }),
			}),
			servers: fc.constant([{ url: 'https://evil.example' }]),
		}),
	},
	{ weight: 1, arbitrary: fc.jsonValue() },
);
