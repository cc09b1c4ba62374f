import { setTimeout as sleep } from 'node:timers/promises';

import { onlyOne } from '../../host/onlyOne.mts';

/** A program: takes a user folder as `npm start` does, says so, and keeps it until it is ended. */
const [, , userFolder = '', url] = process.argv;
try {
	const home = await onlyOne(userFolder);
	if (url) await home.isAt(url);
	console.log('mine');
	await sleep(60_000);
} catch (error) {
	console.log((error as Error).message);
	process.exitCode = 1;
}
