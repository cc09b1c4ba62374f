import { ensureInstalled } from '../../host/install.mjs';
import { node24, runUnderNode24 } from '../../host/node24.mjs';

ensureInstalled();
const run = ['--no-warnings', 'test/crashes/run.mts', ...process.argv.slice(2)];
process.exitCode = await runUnderNode24(node24, run);
