/** What a recording is, as its file is named and typed. */
export interface SoundType {
	/** A media type, e.g. `audio/mpeg`. */
	mimeType: string;
	/** The ending of the file's name, without the dot. */
	extension: string;
}

/** Endings of the media types that recordings come in, under all the names that servers give them. */
const EXTENSIONS: Array<[extension: string, types: RegExp]> = [
	['mp3', /^audio\/(x-)?(mpeg|mpeg3|mp3)$/],
	['wav', /^audio\/(x-|vnd\.)?(wav|wave|pn-wav)$/],
	['ogg', /^(audio|application)\/(x-)?ogg$|^audio\/(vorbis|opus)$/],
	['m4a', /^audio\/(x-)?(mp4|m4a|mp4a-latm)$/],
	['mp4', /^(video|application)\/mp4$/],
	['webm', /^(audio|video)\/webm$/],
	['aac', /^audio\/(x-)?(aac|aacp|hx-aac-adts)$/],
	['flac', /^audio\/(x-)?flac$/],
	['amr', /^audio\/amr$/],
	['3gp', /^(audio|video)\/3gpp2?$/],
	['au', /^audio\/basic$/],
];

/** How files of each kind begin; all of it in Latin letters, a byte a letter. */
const BEGINNINGS: Array<[beginning: RegExp, type: SoundType]> = [
	[/^RIFF[^]{4}WAVE/, { mimeType: 'audio/wav', extension: 'wav' }],
	[/^ID3|^\xff[\xe2-\xef\xf2-\xff]/, { mimeType: 'audio/mpeg', extension: 'mp3' }],
	[/^OggS/, { mimeType: 'audio/ogg', extension: 'ogg' }],
	[/^[^]{4}ftyp/, { mimeType: 'audio/mp4', extension: 'm4a' }],
	// Before it stands a control character.
	[/^.E\xdf\xa3/, { mimeType: 'audio/webm', extension: 'webm' }],
	[/^fLaC/, { mimeType: 'audio/flac', extension: 'flac' }],
	[/^#!AMR/, { mimeType: 'audio/amr', extension: 'amr' }],
];

/** Public client code of Altur's shows that a recording is a wav file. */
const USUAL: SoundType = { mimeType: 'audio/wav', extension: 'wav' };

/** Pages, errors, pictures and documents: nothing that can be listened to. */
const NO_SOUND = /^(text|image|font|multipart|message)\/|^application\/(.*\+)?(json|xml|pdf|zip)$/;

/** A page, XML or JSON, also where the answer calls it sound: its first bytes are all letters and signs. */
const WORDS = /^(\xef\xbb\xbf)?\s*[<{[][\s\x20-\x7e]*$/;

/**
 * What a recording is: by its content type, and where that says nothing by how the file begins.
 * @param contentType the header as it came, or empty
 * @param beginning the first bytes, as many as arrived at once
 * @returns nothing where it is no recording
 */
export function soundTypeOf(contentType: string, beginning: Uint8Array): SoundType | undefined {
	const mimeType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
	const text = Buffer.from(beginning.subarray(0, 16)).toString('latin1');
	if (NO_SOUND.test(mimeType) || WORDS.test(text)) return undefined;
	const named = EXTENSIONS.find(([, types]) => types.test(mimeType))?.[0];
	if (named) return { mimeType, extension: named };
	const seen = BEGINNINGS.find(([begins]) => begins.test(text))?.[1];
	if (seen) return seen;
	if (/^(audio|video)\//.test(mimeType)) return { mimeType, extension: 'bin' };
	return USUAL;
}

/** Bytes of a wav file's head; a file of no more holds no sound. */
const WAV_HEAD = 44;

/**
 * True for a file without sound.
 * @param length the file's length where the answer names it, else NaN
 */
export function isSilent(beginning: Uint8Array, length: number): boolean {
	const isWav = Buffer.from(beginning.subarray(0, 4)).toString('latin1') === 'RIFF';
	return beginning.length === 0 || (isWav && beginning.length >= 12 && length <= WAV_HEAD);
}
