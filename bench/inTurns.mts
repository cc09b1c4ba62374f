import type { NodeDraft } from '../test/support/n8nWorkflow.mts';
import type { BenchLab } from './lab.mts';
import { measure, median } from './measure.mts';
import type { MeasureOptions } from './measure.mts';

export const RUNS = 3;

/** Runs the contenders in turns, so that whatever else the machine does meets all of them. */
export async function inTurns(
	lab: BenchLab,
	contenders: NodeDraft[],
	rows: number,
	options: MeasureOptions = {},
	runs = RUNS,
): Promise<number[]> {
	const times = contenders.map(() => [] as number[]);
	for (let run = 0; run < runs; run++) {
		for (const [index, node] of contenders.entries()) {
			times[index]!.push((await measure(lab, node, rows, options)).ms);
		}
	}
	return times.map(median);
}
