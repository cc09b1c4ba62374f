import type { IDataObject } from 'n8n-workflow';
import type { Vendor } from '../shared/contract/operation';
import { plainText } from '../shared/values/json';
import { message } from './resources/message';
import { thread } from './resources/thread';

/** GuruSup documents no shape of its errors: the fields in which such answers commonly carry their words. */
function errorText(body: unknown): string | undefined {
	if (typeof body === 'string') return undefined;
	const { message: words, error, detail } = (body ?? {}) as IDataObject;
	return [words, error, detail]
		.map((text) => [text].flat().map(plainText).filter(Boolean).join('; '))
		.find((text) => text !== '');
}

export const vendor: Vendor = {
	name: 'GuruSup',
	credential: 'guruSupApi',
	// No figure is documented.
	requestsPerSecond: 0,
	resources: [message, thread],
	errorText,
};
