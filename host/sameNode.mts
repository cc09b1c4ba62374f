import { delimiter, dirname } from 'node:path';

/** The environment in which `node` is the Node that runs this process. */
export function sameNode(): NodeJS.ProcessEnv {
	const path = [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
	return { ...process.env, PATH: path };
}
