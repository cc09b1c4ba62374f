import { sleep } from 'n8n-workflow';
import type { IAllExecuteFunctions, IExecuteFunctions } from 'n8n-workflow';
import { wait } from '../pace/wait';

/** How long one request may take, and whether it took longer. */
export interface TimeLimit {
	/** The context to send with: n8n ends a request by its context's signal and no other. */
	context: IAllExecuteFunctions;
	signal: AbortSignal;
	isOver: () => boolean;
	/** From now on it may take as long as it takes. */
	lift: () => void;
	/** Breaks the request off. */
	breakOff: () => void;
	/** Lets go of the execution's signal, too. */
	forget: () => void;
}

/**
 * A time limit on all of a request, from its start to the last byte of its answer. n8n's own counts silence,
 * so that a server that sends a byte a second would keep a row for hours.
 */
export function timeLimit(context: IAllExecuteFunctions, ms: number): TimeLimit {
	const ends = new AbortController();
	const lifted = new AbortController();
	const breakOff = () => ends.abort();
	let isOver = false;
	const limited = async () => {
		await wait(ms, lifted.signal);
		// What has arrived while this process was busy is taken first.
		await sleep(0);
		if (lifted.signal.aborted) return;
		isOver = true;
		breakOff();
	};
	void limited();
	const { getExecutionCancelSignal } = context as Partial<IExecuteFunctions>;
	const stop = getExecutionCancelSignal?.call(context as IExecuteFunctions);
	if (stop?.aborted) breakOff();
	else stop?.addEventListener('abort', breakOff);
	const own = { getExecutionCancelSignal: { value: () => ends.signal } };
	return {
		context: Object.create(context, own) as IAllExecuteFunctions,
		signal: ends.signal,
		isOver: () => isOver,
		lift: () => lifted.abort(),
		breakOff,
		forget: () => {
			lifted.abort();
			stop?.removeEventListener('abort', breakOff);
		},
	};
}
