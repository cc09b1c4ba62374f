import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = process.cwd();
const stamp = join(root, 'node_modules', '.installed');
const leastNode = [20, 19];

/** Installs from the lockfile when something is missing or the lockfile changed. */
export function ensureInstalled() {
	refuseOldNode();
	const wanted = lockfileFingerprint();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

	console.log('Installing what is missing. The first time takes a few minutes …');
	const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const npx = ['--yes', '--loglevel=error', packageManager];
	const install = ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=info'];
	const { status, error } = spawnSync('npx', [...npx, ...install], {
		stdio: 'inherit',
		env: { ...process.env, ...nodeHeaders() },
	});
	if (error ?? status !== 0) {
		console.error(`The installation failed${error ? `: ${error.message}` : ''}. See above.`);
		process.exit(1);
	}
	writeFileSync(stamp, wanted);
}

function refuseOldNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
	console.error(`Node ${leastNode.join('.')} or newer is needed; this is ${process.version}.`);
	process.exit(1);
}

function lockfileFingerprint() {
	const hash = createHash('sha256');
	for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
		hash.update(readFileSync(join(root, file)));
	}
	return hash.digest('hex');
}

/** With the headers that came with Node, SQLite builds without a download. */
function nodeHeaders() {
	const prefix = dirname(dirname(process.execPath));
	const found = existsSync(join(prefix, 'include', 'node', 'node.h'));
	return found ? { npm_config_nodedir: prefix } : {};
}
