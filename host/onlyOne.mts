import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Who has a user folder, for the message of whoever comes second. */
interface Holder {
	pid: number;
	/** Unknown until n8n has its port. */
	url?: string;
}

export interface OnlyOne {
	/** Tells those who come second where the running one is. */
	isAt(url: string): Promise<void>;
	/** Also released by the operating system, however this process ends. */
	release(): void;
}

/**
 * Takes a user folder for this process alone, or throws with the running one's address and touches nothing.
 * The lock is SQLite's own on a file: nothing stale can stay behind, as a noted process ID could, which the
 * system gives to another process one day.
 */
export async function onlyOne(userFolder: string): Promise<OnlyOne> {
	await mkdir(userFolder, { recursive: true });
	const note = join(userFolder, 'running.json');
	const lock = new DatabaseSync(join(userFolder, 'running.lock'));
	try {
		lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
	} catch (error) {
		lock.close();
		if (!isBusy(error)) throw error;
		throw new Error(`Already ${whereIs(holderOf(note))}. End that one first.`);
	}
	const tell = async (holder: Holder) => {
		await writeFile(`${note}.new`, JSON.stringify(holder));
		await rename(`${note}.new`, note);
	};
	await tell({ pid: process.pid });
	return {
		isAt: async (url) => await tell({ pid: process.pid, url }),
		release: () => lock.close(),
	};
}

/** SQLITE_BUSY: somebody else has the lock. */
const isBusy = (error: unknown) => (error as { errcode?: number }).errcode === 5;

const whereIs = ({ pid, url }: Partial<Holder>) =>
	url ? `running: ${url}` : `starting${pid ? ` (process ${pid})` : ''}`;

function holderOf(note: string): Partial<Holder> {
	if (!existsSync(note)) return {};
	const { pid, url } = JSON.parse(readFileSync(note, 'utf8')) as Partial<Holder>;
	return isRunning(pid) ? { pid, url } : {};
}

/** What an earlier holder noted is of no use once it is gone: the new one has not noted itself yet. */
function isRunning(pid = 0): boolean {
	try {
		return pid > 0 && process.kill(pid, 0);
	} catch {
		return false;
	}
}
