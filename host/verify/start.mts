import { ensureBuilt } from '../build.mts';
import { withUnpacked } from '../pack.mts';
import { places } from '../places.mts';
import { contentFindings } from './contents.mts';
import { commentFindings } from './disableComments.mts';
import { lintFindings } from './lint.mts';
import { loadingFindings } from './loading.mts';
import { packageFindings } from './packageRules.mts';
import { scannerFindings } from './scanner.mts';

/** Holds the packed package against n8n's rules for verified community nodes. */
const linted = process.argv.includes('--linted');
await ensureBuilt();
const findings = await withUnpacked(async ({ folder, size }) => {
	console.log(`The packed package has ${(size / 1_000).toFixed(1)} kB.`);
	return [
		...(await check('holds nothing but what is published', contentFindings(folder))),
		...(await check('keeps the rules for package.json and changelog', packageFindings(folder))),
		...(await check('loads with n8n-workflow alone', loadingFindings(folder))),
		...(await check("passes n8n's scanner as a tarball", scannerFindings(folder, 'tarball'))),
		...(await check("passes n8n's scanner as sources", scannerFindings(places.root, 'sources'))),
		...(await check('silences no rule by a comment', commentFindings(places.root))),
		...(linted ? [] : await check('passes the strict lint', lintFindings())),
	];
});
process.exitCode = findings.length === 0 ? 0 : 1;

async function check(what: string, looking: Promise<string[]>): Promise<string[]> {
	const found = await looking;
	console.log(`${found.length === 0 ? '✓' : '✗'} ${what}`);
	for (const finding of found) console.error(`  ${finding}`);
	return found;
}
