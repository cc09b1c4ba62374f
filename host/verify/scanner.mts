import { registerHooks } from 'node:module';

const ownTypeScript = import.meta.resolve('typescript');

/**
 * What n8n's scanner says of a folder, with n8n's rules as they are; nothing where all is well. The
 * scanner names TypeScript 7, without the interface that its own parser needs: it gets the one here.
 */
export async function scannerFindings(
	folder: string,
	as: 'tarball' | 'sources',
): Promise<string[]> {
	const hooks = registerHooks({
		resolve: (specifier, context, next) =>
			specifier === 'typescript'
				? { url: ownTypeScript, shortCircuit: true }
				: next(specifier, context),
	});
	try {
		const { analyzePackage, SOURCE_FILE_PATTERNS } = (await import(scanner)) as Scanner;
		const patterns = as === 'sources' ? SOURCE_FILE_PATTERNS : undefined;
		const { passed, message = '', details = '' } = await analyzePackage(folder, patterns);
		return passed ? [] : [`n8n's scanner, ${as}: ${message}\n${details}`.trim()];
	} finally {
		hooks.deregister();
	}
}

/** Not typed by its makers. */
const scanner: string = '@n8n/scan-community-package/scanner/scanner.mjs';

interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage(
		folder: string,
		patterns?: string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}
