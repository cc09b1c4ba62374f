import type { RunningN8n } from '../../host/n8n.mts';
import type { Sandbox } from '../../sandbox/start.mts';

interface Started {
	n8n: RunningN8n;
	sandbox: Sandbox;
	userFolder: string;
}

const here = globalThis as typeof globalThis & { startedForTests?: Started };

/** Jest runs set-up and teardown in one process, with no other way to hand things over. */
export function keepForTeardown(started: Started): void {
	here.startedForTests = started;
}

/** What the set-up started. */
export function takeForTeardown(): Started {
	if (!here.startedForTests) throw new Error('The set-up did not finish.');
	return here.startedForTests;
}
