import { ensureInstalled } from '../../host/install.mjs';
import { node24, runUnderNode24 } from '../../host/node24.mjs';

ensureInstalled();
process.exitCode = await runUnderNode24(node24, [
	'test/mutation/run.mjs',
	...process.argv.slice(2),
]);
