import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads a JSON file whose shape the caller knows. */
export async function readJson<T>(...path: string[]): Promise<T> {
	return JSON.parse(await readFile(join(...path), 'utf8')) as T;
}
