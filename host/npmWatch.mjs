import { spawnSync } from 'node:child_process';

const lookEvery = 1_000;

/**
 * Calls back when the npm that runs this script is gone. npm passes signals on to a shell only,
 * which ends without telling the script.
 */
export function whenNpmIsGone(callback) {
	const npm = findNpm(process.ppid);
	if (npm === undefined) return;
	const timer = setInterval(() => {
		if (isRunning(npm)) return;
		clearInterval(timer);
		callback();
	}, lookEvery);
	timer.unref();
}

function findNpm(pid) {
	if (pid <= 1) return undefined;
	const { status, stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)]);
	const [, parent, command] = /(\d+) (.*)/.exec(status === 0 ? String(stdout) : '') ?? [];
	if (command === undefined) return undefined;
	return command.startsWith('npm') ? pid : findNpm(Number(parent));
}

function isRunning(pid) {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
