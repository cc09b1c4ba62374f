import { Failure, reasonOf } from '../../../shared/failure';
import type { Answer } from '../../../shared/happening';
import type { Host, Operation } from '../../../shared/operation';
import { isStream, unlessSilent } from '../../../shared/streamed';
import { pathId } from '../../../shared/values';
import { callId } from './fields';

/** A recording that breaks off on its way is asked for this often. */
const TRIES = 3;

type Body = Parameters<Host['helpers']['prepareBinaryData']>[0];

/** Public client code shows that the answer is a wav file. */
function soundType({ headers, status, body }: Answer): string {
	const type = String(headers['content-type'] ?? '').split(';')[0];
	if (/^(text\/|application\/json)/i.test(type)) {
		// Unread, it would keep its connection.
		if (isStream(body)) body.destroy();
		const what = `Altur answered ${status} with ${type} instead of a recording.`;
		throw new Failure('failed', what, 'Check the Base URL in the credential.', status);
	}
	return type.startsWith('audio/') ? type : 'audio/wav';
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
		const fileName = `${id.replace(/[^\w.-]/g, '_')}.wav`;
		let why = 'the execution was stopped';
		for (let tries = 1; tries <= TRIES && !host.cancelled?.aborted; tries++) {
			const answer = await send(request);
			const type = soundType(answer);
			try {
				// As it is, to n8n: a recording of any size takes no memory where n8n keeps files.
				const body = answer.body as Body;
				const storing = host.helpers.prepareBinaryData(body, fileName, type);
				const stored = await unlessSilent(body, storing);
				return [{ json: { id, fileName }, binary: { [name]: stored } }];
			} catch (error) {
				why = reasonOf(error);
			}
		}
		const what = `The recording could not be read to its end: ${why}.`;
		throw new Failure('failed', what, 'Run this row again.');
	},
	adviceOn: ({ status }) =>
		status === 404
			? 'The recording may not be ready yet, or nobody answered the call. Wait a little and run this row again; the event on_call_end tells when a call is over.'
			: undefined,
};
