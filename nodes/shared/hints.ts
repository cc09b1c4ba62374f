import type { NodeExecutionHint } from 'n8n-workflow';
import type { Operation } from './operation';
import { failureIn, isUnknown, tally } from './report';
import type { Settled } from './row';

/** Hints for the output pane where the rows came to different ends. */
export function hintsOf(operation: Operation, settled: Settled[]): NodeExecutionHint[] {
	const isTold = settled.some((row) => failureIn(row) || isUnknown(row));
	if (operation.repeat === 'safe' || !isTold) return [];
	return [{ message: tally(settled).join(' '), type: 'warning', location: 'outputPane' }];
}
