import { join } from 'node:path';

import { places } from '../places.mts';

/** Has a foreign program run so that it never outlives this process; `as` is a user and group id. */
export const guarded = (
	endSignal: NodeJS.Signals,
	program: string,
	args: string[],
	as?: number,
) => ({
	args: [guard, endSignal, as === undefined ? '-' : String(as), program, ...args],
	env: { ...process.env, LC_ALL: 'C' },
});

const guard = join(places.root, 'host', 'queue', 'guard.mjs');
