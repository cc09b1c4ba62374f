import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

const beside = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];

/** What belongs into `dist`: compiled nodes and credentials, their icons, codex files and output previews. */
const built = [
	/^dist\/(nodes|credentials)\/.+\.js$/,
	/^dist\/icons\/[^/]+\.svg$/,
	/^dist\/nodes\/.+\.node\.json$/,
	/^dist\/nodes\/.+\/__schema__\/.+\.json$/,
];

const ofTests = /\.(test|spec)\.|\/(test|tests|__tests__|__mocks__)\//;

/** Says which files of the unpacked package are too many, and which are missing. */
export async function contentFindings(folder: string): Promise<string[]> {
	const files = await filesIn(folder);
	const belongs = (file: string) =>
		beside.includes(file) || (built.some((pattern) => pattern.test(file)) && !ofTests.test(file));
	return [
		...files
			.filter((file) => !belongs(file))
			.map((file) => `${file} does not belong in the package`),
		...beside.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
	];
}

/** All files below a folder, as paths from it. */
export async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => !entry.isDirectory())
		.map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
		.sort();
}
