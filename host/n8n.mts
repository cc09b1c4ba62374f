import { startN8nProcess, type N8nProcessOptions, type RunningN8n } from './n8nProcess.mts';
import { isNew, keepAsTemplate, prepareUserFolder } from './userFolder.mts';

export type { RunningN8n };
export type N8nOptions = Omit<N8nProcessOptions, 'command'>;

/** Starts a real n8n with SQLite on the loopback and waits until it takes requests. */
export async function startN8n(options: N8nOptions): Promise<RunningN8n> {
	const { userFolder } = options;
	const fresh = isNew(userFolder);
	await prepareUserFolder(userFolder);
	const running = await startN8nProcess(options);
	if (fresh) await keepAsTemplate(userFolder);
	return running;
}
