import { checkLive } from './check.mts';
import { vendorNames, vendors } from '../vendors.mts';
import type { VendorName } from '../vendors.mts';

/** `npm run check:live -- zaia` with the key in the environment: the first thing to run with a real account. */
const [name = ''] = process.argv.slice(2);
const vendor = vendors[name as VendorName]?.about.live;
const key = vendor ? process.env[vendor.keyVariable]?.trim() : undefined;

if (!vendor) {
	console.error(`Which vendor? npm run check:live -- ${vendorNames.join('|')}`);
	process.exitCode = 2;
} else if (!key) {
	console.error(`Put the key in ${vendor.keyVariable}, and run it again.`);
	process.exitCode = 2;
} else {
	const baseUrl = process.env[vendor.baseUrlVariable];
	const differing = await checkLive(vendor, { key, baseUrl, print: console.log });
	process.exitCode = differing === 0 ? 0 : 1;
}
