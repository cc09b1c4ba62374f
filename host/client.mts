import { credentials } from './client/credentials.mts';
import { dataTables } from './client/dataTables.mts';
import { executions } from './client/executions.mts';
import { signIn, type Owner } from './client/session.mts';
import { workflows } from './client/workflows.mts';

export { errorOf, outputOf, runsOf } from './client/stored.mts';
export type { NewCredential, StoredCredential } from './client/credentials.mts';
export type { StoredExecution } from './client/executions.mts';
export type { StoredWorkflow, WorkflowDraft } from './client/workflows.mts';

export type N8nClient = Awaited<ReturnType<typeof connectClient>>;

/** The login of every n8n that this checkout starts. */
export const demoOwner: Owner = { email: 'demo@example.com', password: 'Sandbox-only-1' };

/** Drives n8n as its editor does; sets the owner up on a new n8n. */
export async function connectClient(url: string, owner = demoOwner) {
	const session = await signIn(url, owner);
	return {
		session,
		...credentials(session),
		...workflows(session),
		...executions(session),
		...dataTables(session),
	};
}
