import { join } from 'node:path';

import type { Installation } from '../n8n.mts';
import { places } from '../places.mts';

/** Where an n8n other than the checkout's own is kept. */
export const folderOf = (version: string): string => join(places.work, 'compat', version);

/** An n8n that was installed to try the package in. */
export function installationOf(version: string): Installation {
	const modules = join(folderOf(version), 'node_modules');
	return { node: join(modules, 'node', 'bin', 'node'), n8n: join(modules, 'n8n') };
}
