import {
	ownInstallation,
	startN8nProcess,
	type Installation,
	type N8nProcessOptions,
	type RunningN8n,
} from './n8nProcess.mts';
import { isNew, keepAsTemplate, prepareUserFolder } from './userFolder.mts';

export type { Installation, RunningN8n };
export type N8nOptions = Omit<N8nProcessOptions, 'command'>;

/** Starts a real n8n with SQLite on the loopback and waits until it takes requests. */
export async function startN8n(options: N8nOptions): Promise<RunningN8n> {
	const { userFolder, installation: { n8n } = ownInstallation } = options;
	const fresh = isNew(userFolder);
	await prepareUserFolder(userFolder, n8n);
	const running = await startN8nProcess(options);
	if (fresh) await keepAsTemplate(userFolder, n8n);
	return running;
}
