import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { createAndWait } from './createAndWait';
import { get } from './get';
import { getRecording } from './getRecording';
import { getTranscript } from './getTranscript';

export const call: Resource = {
	option: { name: 'Call', value: 'call' },
	operations: [create, createAndWait, get, getRecording, getTranscript],
};
