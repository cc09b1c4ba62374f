import { parseArgs } from 'node:util';
import { startSandbox } from './start.mts';

/** Serves until it is told to end: `node sandbox/start.mts --port 5700`. */
export async function serve(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5700' },
			host: { type: 'string', default: '127.0.0.1' },
			speed: { type: 'string', default: '60' },
			record: { type: 'string', default: 'all' },
		},
	});
	const sandbox = await startSandbox({
		port: Number(values.port),
		host: values.host,
		speed: Number(values.speed),
		record: values.record === 'counts' ? 'counts' : 'all',
	});
	const end = (): void => void sandbox.close().then(() => process.exit(0));
	process.once('SIGTERM', end).once('SIGINT', end);
	console.log(`Sandbox ready: ${sandbox.url}`);
}
