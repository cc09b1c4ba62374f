import type { NodeDraft } from '../test/support/n8nWorkflow.mts';
import { openLab } from './lab.mts';
import type { BenchLab } from './lab.mts';
import { measure } from './measure.mts';
import type { Measured, MeasureOptions } from './measure.mts';

/** A fresh n8n each, because a process keeps the memory it once had. */
export async function alone(
	node: (lab: BenchLab) => NodeDraft,
	rows: number,
	options: (lab: BenchLab) => MeasureOptions = () => ({}),
): Promise<Measured> {
	const lab = await openLab();
	try {
		await measure(lab, node(lab), 100, options(lab));
		return await measure(lab, node(lab), rows, options(lab));
	} finally {
		await lab.close();
	}
}
