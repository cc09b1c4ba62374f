const variable = 'EDITOR_BROWSER';

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
