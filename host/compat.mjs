import { ensureInstalled } from './install.mjs';
import { node24, runUnderNode24 } from './node24.mjs';

ensureInstalled();
process.exitCode = await runUnderNode24(node24, [
	'host/compat/start.mts',
	...process.argv.slice(2),
]);
