import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connectClient } from '../host/client.mts';
import { ensureBuilt } from '../host/build.mts';
import { startN8n } from '../host/n8n.mts';
import { installPackage } from '../host/pack.mts';
import { places } from '../host/places.mts';
import { saveSandboxCredentials } from '../host/sandboxCredentials.mts';
import { remoteSandbox } from '../test/support/n8nSandbox.mts';

export type BenchLab = Awaited<ReturnType<typeof openLab>>;

/** A real n8n with its defaults, except where told, and the vendor in a process of its own, or another n8n's. */
export async function openLab(env: Record<string, string> = {}, beside?: Vendor) {
	await mkdir(places.work, { recursive: true });
	const userFolder = await mkdtemp(join(places.work, 'bench-'));
	await ensureBuilt();
	await installPackage(userFolder);
	const floor = join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-bench-floor');
	await cp('bench/floor', floor, { recursive: true });
	const vendor = beside ?? (await startVendor());
	const n8n = await startN8n({ userFolder, env });
	const client = await connectClient(n8n.url);
	const credentials = await saveSandboxCredentials(client, vendor.url);
	return {
		client,
		credentials,
		userFolder,
		vendor,
		pid: n8n.pid,
		sandbox: remoteSandbox(vendor.url),
		baseUrl: `${vendor.url}/altur/api/v1.0`,
		close: async () => {
			await n8n.stop();
			if (!beside) vendor.stop();
			await rm(userFolder, { recursive: true, force: true });
		},
	};
}

interface Vendor {
	url: string;
	stop: () => void;
}

async function startVendor(): Promise<Vendor> {
	const child = spawn(
		process.execPath,
		['sandbox/start.mts', '--port', '0', '--record', 'counts'],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
	process.on('exit', () => child.kill());
	return { url: line.replace('Sandbox ready: ', ''), stop: () => child.kill() };
}
