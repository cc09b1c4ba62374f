import { Failure, reasonOf } from '../../../shared/contract/failure';
import type { Answer, Host } from '../../../shared/contract/request';
import type { Operation } from '../../../shared/contract/operation';
import { pathId } from '../../../shared/values/read';
import { callId } from './fields';

/** A recording that breaks off on its way is asked for this often. */
const TRIES = 3;

/** Public client code shows that the answer is a wav file. */
function soundType({ discard }: Host, answer: Answer): string {
	const { headers, status } = answer;
	const type = String(headers['content-type'] ?? '').split(';')[0];
	if (/^(text\/|application\/json)/i.test(type)) {
		discard(answer);
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
			const type = soundType(host, answer);
			try {
				// As it is: a recording of any size takes no memory where n8n keeps files.
				const stored = await host.store(answer, fileName, type);
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
