import type { IExecuteFunctions } from 'n8n-workflow';
import type { Host } from '../contract/request';
import { wait } from '../pace/wait';
import { firstBytesOf, isStream, unlessSilent } from '../send/stream';

const NOTHING = new Uint8Array();

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
		store: async ({ body }, named) => {
			const storing = async () => {
				const { fileName, mimeType } = named(isStream(body) ? await firstBytesOf(body) : NOTHING);
				const file = body as Storable;
				const binary = await context.helpers.prepareBinaryData(file, fileName, mimeType);
				return { fileName, mimeType, binary };
			};
			let isStored = false;
			try {
				const stored = await unlessSilent(body as object, storing());
				isStored = true;
				return stored;
			} finally {
				// A stream that nobody reads to its end would keep its connection.
				if (!isStored && isStream(body)) body.destroy();
			}
		},
	};
}
