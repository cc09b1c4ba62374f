import { identityAt } from '../../../nodes/shared/webhooks/identity.ts';

const at = (raw: string, path: string) =>
	identityAt(JSON.parse(raw.replace('\uFEFF', '')), Buffer.from(raw), path.split('.'));

test.each([
	['{"id":"x"}', ' id ', '"x"'],
	['{"id":7}', 'id', '7'],
	['{"id":"7"}', 'id', '"7"'],
	['{"data":{"id":0}}', 'data . id', '0'],
	['[{"id":"a"}]', '0.id', '"a"'],
	['\uFEFF{"id":7}', 'id', '7'],
	['{"id":1363285939423092737}', 'id', '1363285939423092737'],
	['{"id":-1363285939423092737}', 'id', '-1363285939423092737'],
	['{"id":0.10000000000000000001}', 'id', '0.10000000000000000001'],
	['{"id":1e400}', 'id', '1e400'],
	['{"id":1,"id":1363285939423092737}', 'id', '1363285939423092737'],
	[`{"id":"${'x'.repeat(9_000)}"}`, 'id', JSON.stringify('x'.repeat(9_000))],
	['{"id":""}', 'id', undefined],
	['{"id":" \\t"}', 'id', undefined],
	['{"id":null}', 'id', undefined],
	['{"id":true}', 'id', undefined],
	['{"id":{}}', 'id', undefined],
	['{"id":[1]}', 'id', undefined],
	['{"id":7}', 'id.text', undefined],
	['{"id":7}', '', undefined],
	['{}', 'id', undefined],
	['{}', 'constructor.name', undefined],
	['{"a":1}', '__proto__.a', undefined],
	['null', 'id', undefined],
])('in %s the path "%s" identifies the delivery as %s', (raw, path, identity) =>
	expect(at(raw, path)).toBe(identity),
);

test('a number without the raw body that it came in is no identity', () => {
	expect(identityAt({ id: 7 }, undefined, ['id'])).toBeUndefined();
	expect(identityAt({ id: 7 }, Buffer.from('{"id":'), ['id'])).toBeUndefined();
	expect(identityAt({ id: 7 }, Buffer.from('{"id":7}', 'utf16le'), ['id'])).toBeUndefined();
	expect(identityAt({ id: 'x' }, undefined, ['id'])).toBe('"x"');
});
