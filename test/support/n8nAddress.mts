import type { StoredCredential } from '../../host/client.mts';

/** What the tests must know of the n8n and the sandbox that the set-up started. */
export interface LabAddress {
	n8n: string;
	sandbox: string;
	logPath: string;
	/** In queue mode: where the webhook processor listens. */
	webhooks?: string;
	/** In queue mode: what each worker logs. */
	workerLogs?: Record<string, string>;
	/** In queue mode: PostgreSQL's port. */
	postgresPort?: number;
	credentials: StoredCredential[];
}

const variable = 'N8N_LAB';

/** Tests run in other processes or contexts than the set-up: the environment reaches them all. */
export function announceLab(address: LabAddress): void {
	process.env[variable] = JSON.stringify(address);
}

/** The address that the set-up announced. */
export function labAddress(): LabAddress {
	const announced = process.env[variable];
	if (!announced)
		throw new Error('No n8n was started: run `npm test -- n8n` or `npm run test:queue`.');
	return JSON.parse(announced) as LabAddress;
}
