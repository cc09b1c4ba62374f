/** A program that this machine lacks, with the command that installs it. */
export class Missing extends Error {
	override name = 'Missing';

	constructor(what: string, debianPackage: string) {
		super(
			`${what} is not there. On Debian and Ubuntu: apt-get update && apt-get install -y --no-install-recommends ${debianPackage}`,
		);
	}
}
