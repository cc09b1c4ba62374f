import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ours } from '../contenders.mts';
import { s } from '../finding.mts';
import type { Finding } from '../finding.mts';
import { RUNS } from '../inTurns.mts';
import type { BenchLab } from '../lab.mts';
import { measure, median } from '../measure.mts';

export async function claims(lab: BenchLab): Promise<Finding[]> {
	const database = join(lab.userFolder, '.n8n', 'database.sqlite');
	const remembered = Array.from({ length: 100_000 }, (_, i) =>
		createHash('md5').update(`earlier ${i}`).digest('base64'),
	);
	const prepare = (workflowId: string) => {
		const db = new DatabaseSync(database, { timeout: 10_000 });
		db.prepare(
			"INSERT INTO processed_data (workflowId, context, value, createdAt, updatedAt) VALUES (?, '', ?, datetime(), datetime())",
		).run(workflowId, JSON.stringify({ mode: 'entries', data: remembered }));
		db.close();
	};
	const plain = ours();
	const once = ours({ callOncePer: 'bench' });
	const [without, withClaims] = [[] as number[], [] as number[]];
	for (let run = 0; run < RUNS; run++) {
		without.push((await measure(lab, plain, 1000)).ms);
		withClaims.push((await measure(lab, once, 1000, { prepare })).ms);
	}
	const ratio = median(withClaims) / median(without);
	return [
		{
			row: 'claims',
			work: '1,000 calls with Call Once Per, 100,000 numbers remembered',
			found: `${s(median(withClaims))}, without ${s(median(without))}`,
			promise: '≤ 2 × without',
			ratio,
			kept: ratio <= 2,
		},
	];
}
