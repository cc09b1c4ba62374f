import type { Browser } from 'playwright-core';

const variable = 'EDITOR_BROWSER';
const here = globalThis as typeof globalThis & { browserForTests?: Browser };

/** For the teardown, which runs in the process of the set-up. */
export function keepBrowser(browser: Browser): void {
	here.browserForTests = browser;
}

/** What the set-up opened. */
export function takeBrowser(): Browser {
	if (!here.browserForTests) throw new Error('The set-up did not finish.');
	return here.browserForTests;
}

/** Tests run in a context of their own: the environment reaches them. */
export function announceBrowser(address: string): void {
	process.env[variable] = address;
}

/** Where the browser that the set-up opened is reached. */
export function browserAddress(): string {
	const address = process.env[variable];
	if (!address) throw new Error('No browser was opened: run `jest --selectProjects editor`.');
	return address;
}
