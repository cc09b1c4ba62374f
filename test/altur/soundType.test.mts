import { createRequire } from 'node:module';
import { isSilent, soundTypeOf } from '../../nodes/Altur/resources/call/soundType.ts';

const none = new Uint8Array();
const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');

interface MimeTypes {
	extensions: Record<string, string[] | undefined>;
}
const inN8n = createRequire(createRequire(import.meta.url).resolve('n8n-core'));
/** n8n's own table of endings, the oracle. */
const { extensions } = inN8n('mime-types') as MimeTypes;

test.each([
	...['audio/mpeg', 'audio/mp3', 'audio/wav', 'audio/x-wav', 'audio/wave', 'audio/ogg'],
	...['audio/mp4', 'audio/x-m4a', 'video/webm', 'video/mp4', 'audio/aac'],
	...['audio/x-flac', 'audio/amr', 'audio/basic', 'audio/x-aac'],
])('a recording of the type %s has an ending that n8n knows for it', (type) => {
	const sound = soundTypeOf(`${type.toUpperCase()}; rate=8000`, none);
	expect(sound?.mimeType).toBe(type);
	expect(extensions[type]).toContain(sound?.extension);
});

// Where n8n's table has an ending that no player knows (weba, ogx), the usual one is taken.
test.each([
	['audio/webm', 'webm'],
	['application/ogg', 'ogg'],
	['audio/3gpp', '3gp'],
])('a recording of the type %s ends in .%s', (type, extension) => {
	expect(soundTypeOf(type, none)).toEqual({ mimeType: type, extension });
});

test.each([
	['ID3\x04', 'audio/mpeg', 'mp3'],
	['\xff\xfb\x90', 'audio/mpeg', 'mp3'],
	['RIFF\x24\0\0\0WAVEfmt ', 'audio/wav', 'wav'],
	['OggS\0', 'audio/ogg', 'ogg'],
	['\0\0\0\x20ftypM4A ', 'audio/mp4', 'm4a'],
	['\x1aE\xdf\xa3', 'audio/webm', 'webm'],
	['fLaC', 'audio/flac', 'flac'],
])(
	'without a type that says something, a file that begins with %j is %s',
	(begins, mimeType, extension) => {
		for (const type of [
			'',
			'application/octet-stream',
			'binary/octet-stream',
			'audio/x-unheard-of',
		]) {
			expect(soundTypeOf(type, bytes(begins))).toEqual({ mimeType, extension });
		}
	},
);

test('what nobody can tell is a wav file, as public client code shows, and never under a type that differs', () => {
	expect(soundTypeOf('', bytes('????'))).toEqual({ mimeType: 'audio/wav', extension: 'wav' });
	const strange = soundTypeOf('audio/x-unheard-of', bytes('????'));
	expect(strange).toEqual({ mimeType: 'audio/x-unheard-of', extension: 'bin' });
});

test.each([
	['text/html', 'RIFF'],
	['application/json; charset=utf-8', ''],
	['application/problem+json', ''],
	['application/xml', ''],
	['image/png', ''],
	['', ' <html>'],
	['application/octet-stream', '{"error":404}'],
	['audio/x-wav', '<TwilioResponse>'],
	['audio/mpeg', '{"message": "Not'],
	['audio/wav', '\xef\xbb\xbf<?xml vers'],
])('%s, beginning with %j, is no recording', (type, begins) => {
	expect(soundTypeOf(type, bytes(begins))).toBeUndefined();
});

test('a file of no bytes, and the head of a wav file alone, hold no sound', () => {
	const head = bytes(`RIFF\x24\0\0\0WAVEfmt ${'\0'.repeat(28)}`);
	expect(isSilent(none, NaN)).toBe(true);
	expect(isSilent(head, 44)).toBe(true);
	expect(isSilent(head, NaN)).toBe(false);
	expect(isSilent(head, 45)).toBe(false);
	expect(isSilent(bytes('ID3\x04'), 4)).toBe(false);
});
