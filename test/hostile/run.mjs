import { parseArgs } from 'node:util';
import { ensureInstalled } from '../../host/install.mjs';
import { runUnderNode24 } from '../../host/node24.mjs';

const { values } = parseArgs({
	options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' } },
});

ensureInstalled();
process.env.FUZZ_MINUTES = values.minutes;
if (values.seed) process.env.FUZZ_SEED = values.seed;
const jest = ['run', '--silent', 'jest', '--', 'test/hostile', '--selectProjects', 'unit'];
process.exitCode = await runUnderNode24('npm', jest);
