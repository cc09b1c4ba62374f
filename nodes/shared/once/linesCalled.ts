import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

const MEMORY = 'called';

/**
 * Remembers whom earlier runs of a node called, such as the rounds of a loop: the send record of a run is
 * dropped when it succeeds. Scope: one node in one execution. Lifetime: with the execution's stored data.
 * Size: a line and a small number for each line that was called or may have been. Never cleared before the
 * execution ends; a row that was refused is not in it.
 */
export class LinesCalled {
	private readonly context: IDataObject;
	private readonly run: number;

	constructor(host: IExecuteFunctions) {
		this.context = host.getContext('node') as IDataObject;
		this.run = host.getWorkflowDataProxy(0).$runIndex as number;
	}

	/** The run, from 0, that called the line; a run tried again does not count itself. */
	earlierRun(line: string): number | undefined {
		const lines = this.context[MEMORY] as IDataObject | undefined;
		const run = lines && Object.hasOwn(lines, line) ? (lines[line] as number) : this.run;
		return run < this.run ? run : undefined;
	}

	/** The line was called, or may have been. */
	note(line: string): void {
		this.context[MEMORY] ??= {};
		const lines = this.context[MEMORY] as IDataObject;
		if (!Object.hasOwn(lines, line)) lines[line] = this.run;
	}
}
