import { spawn } from 'node:child_process';
import process from 'node:process';

const patience = 5_000;

/**
 * Runs a program that knows nothing of this project and ends it together with the process that started
 * this one: `guard.mjs <signal for a clean end> <user and group id, or -> <command> <arguments>`.
 */
const [endSignal, id, command, ...args] = process.argv.slice(2);
const who = id === '-' ? {} : { uid: Number(id), gid: Number(id) };
const child = spawn(command, args, { ...who, cwd: '/', stdio: 'inherit' });

const end = () => {
	child.kill(endSignal);
	setTimeout(() => child.kill('SIGKILL'), patience).unref();
};

process.once('disconnect', end).on('SIGTERM', end).on('SIGINT', end);
child.once('error', (error) => {
	console.error(error.message);
	process.exit(1);
});
child.once('exit', (code) => process.exit(code ?? 1));
