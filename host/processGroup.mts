import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const patience = 10_000;

/** Ends a detached child together with everything it started. */
export function processGroup(child: ChildProcess) {
	const ended = () => child.exitCode !== null || child.signalCode !== null;

	const signalGroup = (signal: NodeJS.Signals) => {
		if (child.pid === undefined) return;
		try {
			process.kill(-child.pid, signal);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
		}
	};

	/** Waits for its end. */
	const over = async () => {
		if (!ended() && child.pid !== undefined) await once(child, 'exit');
	};

	const kill = async (signal: NodeJS.Signals) => {
		const end = over();
		signalGroup(signal);
		await end;
	};

	const stop = async () => {
		const graceful = kill('SIGTERM').then(() => true);
		const timer = new AbortController();
		const late = sleep(patience, false, { signal: timer.signal }).catch(() => false);
		await Promise.race([graceful, late]);
		timer.abort();
		await kill('SIGKILL');
	};

	return { kill, over, stop };
}
