import { Readable } from 'node:stream';

const rate = 8_000;
const bytesPerSample = 2;
const headerBytes = 44;
const secondsInBlock = 4;

/** Four seconds of a 440 Hz tone: whole periods, so that blocks join without a click. */
function toneBlock(): Buffer {
	const samples = rate * secondsInBlock;
	const block = Buffer.alloc(samples * bytesPerSample);
	for (let at = 0; at < samples; at += 1) {
		const height = Math.round(8_000 * Math.sin((2 * Math.PI * 440 * at) / rate));
		block.writeInt16LE(height, at * bytesPerSample);
	}
	return block;
}

/** The header of a WAV file: one channel, 16 bit, 8 kHz. */
function wavHeader(dataBytes: number): Buffer {
	const header = Buffer.alloc(headerBytes);
	header.write('RIFF', 0);
	header.writeUInt32LE(dataBytes + headerBytes - 8, 4);
	header.write('WAVEfmt ', 8);
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(1, 20);
	header.writeUInt16LE(1, 22);
	header.writeUInt32LE(rate, 24);
	header.writeUInt32LE(rate * bytesPerSample, 28);
	header.writeUInt16LE(bytesPerSample, 32);
	header.writeUInt16LE(bytesPerSample * 8, 34);
	header.write('data', 36);
	header.writeUInt32LE(dataBytes, 40);
	return header;
}

/** A WAV file of exactly so many bytes, made as it is read. */
export function wavStream(bytes: number): Readable {
	const dataBytes = Math.max(0, bytes - headerBytes);
	const block = toneBlock();
	return Readable.from(
		(function* () {
			yield wavHeader(dataBytes);
			for (let left = dataBytes; left > 0; left -= block.length) yield block.subarray(0, left);
		})(),
		{ objectMode: false },
	);
}
