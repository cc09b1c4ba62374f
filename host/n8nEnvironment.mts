import { sameNode } from './sameNode.mts';

/** n8n on the loopback, quiet, and otherwise with its defaults. */
export function n8nEnvironment(
	userFolder: string,
	port: number,
	brokerPort: number,
	node = process.execPath,
) {
	return {
		...withoutSettings(sameNode(node)),
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}/`,
		WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_RESTRICT_FILE_ACCESS_TO: 'examples/data',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
	};
}

/** Settings of another n8n on this machine, or of the test runner, must not reach this one. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const foreign = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|NODE_ENV$|JEST_WORKER_ID$)/;
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !foreign.test(name)));
}
