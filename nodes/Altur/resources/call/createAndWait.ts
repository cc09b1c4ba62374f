import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { BadInput, reasonOf } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import type { Reader } from '../../../shared/contract/reader';
import type { Send } from '../../../shared/contract/request';
import { create } from './create';
import { follow } from './follow';
import { transcriptOf } from './transcript';

const waitOptions: INodeProperties[] = [
	{
		displayName: 'Include Transcript',
		name: 'includeTranscript',
		type: 'boolean',
		default: false,
		description:
			'Whether to read what was said once the call is over, as transcript. One more request a row; if it fails, transcriptError says why, and the row is no failure.',
	},
	{
		displayName: 'Max Wait (Minutes)',
		name: 'maxWaitMinutes',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 15,
		description:
			'How long to follow one call. After that the row comes out with its last state and timedOut: true; the call itself goes on.',
	},
	{
		displayName: 'Poll Interval (Seconds)',
		name: 'pollIntervalSeconds',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 2 },
		default: 5,
		description:
			'How often to ask Altur for the state of each call. These requests count for Requests per Second.',
	},
];

/** Milliseconds that an option asks for; more than nothing, and no more than a day. */
function duration(read: Reader, name: string, fallback: number, unitMs: number): number {
	const options = read.within('options');
	const ms = (options.has(name) ? options.amount(name) : fallback) * unitMs;
	if (ms > 0 && ms <= 24 * 3_600_000) return ms;
	throw new BadInput(options.label(name), 'must be more than 0, and no more than a day');
}

const patienceOf = (read: Reader) => ({
	everyMs: duration(read, 'pollIntervalSeconds', 5, 1000),
	longestMs: duration(read, 'maxWaitMinutes', 15, 60_000),
});

/** Never throws: a person was called, whatever becomes of the reading. */
async function transcriptFor(call: IDataObject, send: Send): Promise<IDataObject> {
	try {
		return { transcript: await transcriptOf(call, send) };
	} catch (error) {
		return { transcriptError: reasonOf(error) };
	}
}

/** Places calls as Create does, and follows each until it is over; a row under way is a person on the phone. */
export const createAndWait: Operation = {
	...create,
	option: {
		name: 'Create and Wait',
		value: 'createAndWait',
		action: 'Place a call and wait for its end',
		description:
			'Ring a phone number, let an agent talk and answer with the ended call. Rings a real phone. Concurrency is how many people are on the phone at once.',
	},
	concurrency:
		'How many people may be on the phone at once: the next row starts as soon as a call is over. With long calls a small number takes long.',
	options: [...(create.options ?? []), ...waitOptions],
	request: (read) => {
		patienceOf(read);
		return create.request(read);
	},
	run: (read, request) => async (send, host) => {
		const { body } = await send(request);
		const call = await follow(body, patienceOf(read), send, host);
		const isWanted = read.within('options').flag('includeTranscript') && !call.timedOut;
		return [{ json: { ...call, ...(isWanted ? await transcriptFor(call, send) : {}) } }];
	},
};
