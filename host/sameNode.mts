import { delimiter, dirname } from 'node:path';

/** The environment in which `node` is the Node that runs this process, or the given one. */
export function sameNode(node = process.execPath): NodeJS.ProcessEnv {
	const path = [dirname(node), process.env.PATH ?? ''].join(delimiter);
	return { ...process.env, PATH: path };
}
