import type { Operation } from '../../../shared/contract/operation';
import { asObject } from '../../../shared/values/json';
import { pathId } from '../../../shared/values/read';
import { callId } from './fields';
import { transcriptOf } from './transcript';

/** Two reads: the call, then the messages of its thread. */
export const getTranscript: Operation = {
	option: {
		name: 'Get Transcript',
		value: 'getTranscript',
		action: 'Get the transcript of a call',
		description: 'Retrieve what was said in a call, as messages and as one text',
	},
	repeat: 'safe',
	properties: [callId],
	request: (read) => ({ method: 'GET', url: `/call/${pathId(read, 'callId')}` }),
	run: (read, request) => async (send) => {
		const { body } = await send(request);
		const call = asObject(body);
		const { threadId, messages, text } = await transcriptOf(call, send);
		const { status } = call;
		return [{ json: { callId: read.text('callId'), threadId, status, messages, text } }];
	},
};
