import { readFile } from 'node:fs/promises';
import type { BenchLab } from '../lab.mts';
import { mb } from '../finding.mts';
import type { Finding } from '../finding.mts';
import { guruSupTrigger } from '../floods/doors.mts';
import { flood } from '../floods/flood.mts';

const warmUp = 20_000;
const deliveries = 200_000;

/** What strangers with wrong keys leave behind in n8n's memory. */
export async function strangers(lab: BenchLab): Promise<Finding[]> {
	const door = await guruSupTrigger(lab);
	await flood(door, door.wrong, warmUp, 401);
	const before = await held(lab.pid);
	await flood(door, door.wrong, deliveries - warmUp, 401);
	const after = await held(lab.pid);
	return [
		{
			row: 'strangers',
			work: `${deliveries.toLocaleString('en')} deliveries with a wrong key, all refused`,
			found: `${mb(before)} after ${warmUp.toLocaleString('en')}, ${mb(after)} after all`,
			promise: '≤ 1.1 × the memory',
			ratio: after / before,
			kept: after / before <= 1.1,
		},
	];
}

/** What the process holds now, not what it has been. */
async function held(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}
