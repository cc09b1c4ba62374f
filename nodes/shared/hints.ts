import type { NodeExecutionHint } from 'n8n-workflow';
import type { Operation } from './operation';
import { failureIn, tally } from './report';
import type { Settled } from './row';

/** Hints for the output pane where the rows came to different ends. */
export function hintsOf(operation: Operation, settled: Settled[]): NodeExecutionHint[] {
	const failures = settled.filter((row) => failureIn(row));
	if (operation.repeat === 'safe' || failures.length === 0) return [];
	return [{ message: tally(settled).join(' '), type: 'warning', location: 'outputPane' }];
}
