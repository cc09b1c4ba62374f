import { existsSync, readFileSync } from 'node:fs';

export interface LogFile {
	path: string;
	text(): string;
	/** The last lines, for an error message. */
	tail(lines?: number): string;
}

/** What a process wrote to its log, readable while it runs and after it ended. */
export function logFile(path: string): LogFile {
	const text = () => (existsSync(path) ? readFileSync(path, 'utf8') : '');
	return {
		path,
		text,
		tail: (lines = 30) => text().trimEnd().split('\n').slice(-lines).join('\n'),
	};
}
