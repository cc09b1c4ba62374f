import { setTimeout as sleep } from 'node:timers/promises';

import { logFile } from '../../host/logFile.mts';
import { labAddress } from './n8nAddress.mts';
import { lab } from './n8nLab.mts';

export type QueueLab = Awaited<ReturnType<typeof queueLab>>;

/** The shared n8n in queue mode, signed in at its main process, and the sandbox beside it. */
export async function queueLab() {
	const { workerLogs = {}, postgresPort } = labAddress();
	if (!postgresPort) throw new Error('This n8n is not in queue mode: run `npm run test:queue`.');
	const logs = Object.entries(workerLogs).map(([name, path]) => ({ name, log: logFile(path) }));

	/** The workers that took an execution up as a job, the first one first: more than one after a pause. */
	const jobsOf = (executionId: string): string[] => {
		const line = `Worker started execution ${executionId} (`;
		const found = logs.flatMap(({ name, log }) => {
			const parts = log.text().split(line).slice(1);
			return parts.map((rest) => ({ name, job: Number(/^job (\d+)/.exec(rest)?.[1]) }));
		});
		return found.sort((one, other) => one.job - other.job).map(({ name }) => name);
	};

	/** The same of an execution that is a job: the log may be a moment late. */
	const workersOf = async (executionId: string): Promise<string[]> => {
		for (let look = 0; look < 50; look++) {
			const found = jobsOf(executionId);
			if (found.length > 0) return found;
			await sleep(100);
		}
		throw new Error(`No worker says that it ran execution ${executionId}.`);
	};

	return { ...(await lab()), postgresPort, jobsOf, workersOf };
}
