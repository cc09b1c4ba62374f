import { Failure, reasonOf } from '../../../shared/contract/failure';
import type { Answer, StoredAs } from '../../../shared/contract/request';
import type { Operation } from '../../../shared/contract/operation';
import { plainText } from '../../../shared/values/json';
import { pathId } from '../../../shared/values/read';
import { callId } from './fields';
import { isSilent, soundTypeOf } from './soundType';

/** A recording that breaks off on its way is asked for this often. */
const TRIES = 3;

const NOT_READY =
	'The recording may not be ready yet, or nobody answered the call. Wait a little and run this row again; the event on_call_end tells when a call is over.';

const MOVED =
	'Altur sends to another address for the recording, which is not followed so that the key goes nowhere else. Check the Base URL in the credential; if it is right, ask Altur how recordings can be read with an API key.';

/** Looks at the first bytes, before anything of the answer is stored. */
function fileOf(id: string, { headers, status }: Answer, beginning: Uint8Array): StoredAs {
	const { 'content-type': contentType, 'content-length': length } = headers;
	if (isSilent(beginning, Number(length ?? NaN))) {
		throw new Failure(
			'failed',
			`Altur answered ${status} with an empty recording.`,
			NOT_READY,
			status,
		);
	}
	const type = soundTypeOf(plainText(contentType) ?? '', beginning);
	if (type) {
		const fileName = `${id.replace(/[^\w.-]/g, '_')}.${type.extension}`;
		return { fileName, mimeType: type.mimeType };
	}
	const shown = plainText(contentType)?.split(';')[0] ?? 'a page';
	const what = `Altur answered ${status} with ${shown} instead of a recording.`;
	throw new Failure('failed', what, 'Check the Base URL in the credential.', status);
}

/** Source: Altur's page "GET /call/{id}/recording". */
export const getRecording: Operation = {
	option: {
		name: 'Get Recording',
		value: 'getRecording',
		action: 'Get the recording of a call',
		description: 'Download the sound of a call as a file',
	},
	repeat: 'safe',
	properties: [
		callId,
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			required: true,
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the output binary field to put the file in',
			description:
				"The file is streamed, so that its size does not matter; only n8n's database mode for binary data holds it in memory",
		},
	],
	request: (read) => {
		read.text('binaryPropertyName');
		return {
			method: 'GET',
			url: `/call/${pathId(read, 'callId')}/recording`,
			headers: { Accept: 'audio/*, */*' },
			encoding: 'stream',
		};
	},
	run: (read, request) => async (send, host) => {
		const id = read.text('callId');
		const name = read.text('binaryPropertyName');
		let why = 'the execution was stopped';
		for (let tries = 1; tries <= TRIES && !host.cancelled?.aborted; tries++) {
			const answer = await send(request);
			// As it is: a recording of any size takes no memory where n8n keeps files.
			const stored = await host
				.store(answer, (beginning) => fileOf(id, answer, beginning))
				.catch((error: unknown) => (error instanceof Failure ? error : reasonOf(error)));
			if (stored instanceof Failure) throw stored;
			if (typeof stored !== 'string') {
				const { fileName, binary } = stored;
				return [{ json: { id, fileName }, binary: { [name]: binary } }];
			}
			why = stored;
		}
		const what = `The recording could not be read to its end: ${why}.`;
		throw new Failure('failed', what, 'Run this row again.');
	},
	adviceOn: ({ status }) => {
		// Words in place of a file.
		if (status === 404 || (status >= 200 && status < 300)) return NOT_READY;
		return status >= 300 && status < 400 ? MOVED : undefined;
	},
};
