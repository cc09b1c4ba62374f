import type { IExecuteFunctions } from 'n8n-workflow';
import type { Host } from '../contract/request';
import { wait } from '../pace/wait';
import { isStream, unlessSilent } from '../send/stream';

type Storable = Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0];

/** What the steps of one row may do; none of it reaches HTTP. */
export function hostOf(
	context: IExecuteFunctions,
	itemIndex: number,
	cancelled: AbortSignal | undefined,
): Host {
	return {
		itemIndex,
		cancelled,
		wait: async (ms) => await wait(ms, cancelled),
		hint: (message) => context.addExecutionHints?.({ message, location: 'outputPane' }),
		store: async ({ body }, fileName, mimeType) => {
			const storing = context.helpers.prepareBinaryData(body as Storable, fileName, mimeType);
			return await unlessSilent(body as object, storing);
		},
		discard: ({ body }) => {
			if (isStream(body)) body.destroy();
		},
	};
}
