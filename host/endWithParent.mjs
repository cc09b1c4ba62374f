import process from 'node:process';

const patience = 5_000;

/** Preloaded into n8n: when the process that started it is gone, n8n and its children end too. */
process.once('disconnect', () => {
	endGroup('SIGTERM');
	setTimeout(() => endGroup('SIGKILL'), patience).unref();
});
process.channel?.unref();

function endGroup(signal) {
	try {
		process.kill(-process.pid, signal);
	} catch {
		process.kill(process.pid, signal);
	}
}
