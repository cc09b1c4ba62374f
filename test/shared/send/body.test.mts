import { textOf, readBody } from '../../../nodes/shared/send/body.ts';

const type = (value: string) => ({ 'content-type': value });
const json = '{"nota":"señal ✓"}';
const latin = Buffer.from('{"nota":"señal"}', 'latin1');
const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

test.each<[string, Buffer, object, unknown]>([
	['UTF-8, not said', Buffer.from(json), {}, { nota: 'señal ✓' }],
	['a mark at the beginning', Buffer.from(`\ufeff${json}`), {}, { nota: 'señal ✓' }],
	['ISO-8859-1', latin, type('application/json; charset=ISO-8859-1'), { nota: 'señal' }],
	['quoted, in capitals', latin, type('application/json; Charset="LATIN1"'), { nota: 'señal' }],
	['windows-1252', Buffer.from([0x22, 0x80, 0x22]), type('text/json;charset=windows-1252'), '€'],
	['UTF-16, said', wide(json), type('application/json; charset=utf-16'), { nota: 'señal ✓' }],
	['UTF-16 by its mark', wide(json).swap16(), {}, { nota: 'señal ✓' }],
	['UTF-16LE without a mark', wide('{}').subarray(2), type('a/b; charset=utf-16le'), {}],
	['UTF-8 under a wrong name', Buffer.from(json), type('a/b; charset=latin1'), { nota: 'señal ✓' }],
	['a name that nobody knows', Buffer.from(json), type('a/b; charset=x-none'), { nota: 'señal ✓' }],
	['nothing', Buffer.alloc(0), {}, ''],
	['no JSON', Buffer.from('{"a'), {}, '{"a'],
	['a header that is a list', Buffer.from('1'), { 'content-type': ['a'] }, 1],
])('an answer in %s is read right', (_what, bytes, headers, read) =>
	expect(readBody(bytes, headers as never)).toEqual(read),
);

test('what n8n has read already stays as it is', () => {
	const body = { a: 1 };
	expect(readBody(body, {})).toBe(body);
});

test.each(['utf-8', 'latin1', 'utf-16le', 'shift_jis'])(
	'bytes of any kind never fail (%s)',
	(it) => {
		const bytes = Uint8Array.from({ length: 256 }, (_byte, at) => at);
		expect(typeof textOf(bytes, type(`a/b; charset=${it}`))).toBe('string');
	},
);
