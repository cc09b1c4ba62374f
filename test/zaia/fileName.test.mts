import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { create } from 'content-disposition';
import fc from 'fast-check';
import { fileNameOf, safeName } from '../../nodes/Zaia/fileName.ts';

/** Header bytes as Node hands them on. */
const latin1 = (text: string) => Buffer.from(text).toString('latin1');

test.each([
	["attachment; filename*=UTF-8''conversas%20de%20maio.csv", 'conversas de maio.csv'],
	["attachment; filename*=iso-8859-1'pt'exporta%E7%E3o.csv", 'exportação.csv'],
	["attachment; FileName=x.csv; FILENAME*=Utf-8'en'%e2%82%ac.csv", '€.csv'],
	["attachment; filename=x.csv; filename*=utf-8'pt'%E0%A4%A", 'x.csv'],
	["attachment; filename*=utf-8''%E7; filename=x.csv", 'x.csv'],
	["attachment; filename*=koi8-r''%C1; filename=x.csv", 'x.csv'],
	["attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", 'passwd'],
	['attachment; filename="chats; november.csv"', 'chats; november.csv'],
	['attachment; filename="a\\"b.csv"; size=3', 'a"b.csv'],
	['attachment; filename="a; filename=b.csv"', 'a; filename=b.csv'],
	[latin1('attachment; filename="exportação-novembro.csv"'), 'exportação-novembro.csv'],
	['attachment; filename="exporta\xE7\xE3o.csv"', 'exportação.csv'],
	['attachment; filename=plain.csv; size=3', 'plain.csv'],
	['attachment;filename = spaced name.csv ;size=3', 'spaced name.csv'],
	['attachment; filename="C:\\exports\\chats.csv"', 'chats.csv'],
	['attachment; filename="C:\\\\exports\\\\chats.csv"', 'chats.csv'],
	['attachment; filename="never closed.csv', 'never closed.csv'],
	['attachment; xfilename=no.csv; filename=one.csv; filename=two.csv', 'one.csv'],
	['filename=no-type.csv', 'no-type.csv'],
	['attachment; filename="\u202Evsc.exe"', 'vsc.exe'],
	['attachment; filename="a\tb\0.csv"', 'ab.csv'],
	['attachment', 'zaia-export.csv'],
	['', 'zaia-export.csv'],
	['attachment; filename=" "', 'zaia-export.csv'],
	['attachment; filename=".."', 'zaia-export.csv'],
	['attachment; filename="folder/"', 'zaia-export.csv'],
])('the name in %j is %j', (disposition, name) => {
	expect(fileNameOf(disposition, 'text/csv')).toBe(name);
});

test('a name that the package content-disposition wrote is read as it was, over a real socket', async () => {
	let seen = '';
	const server = createServer((asked, answer) => {
		seen = fileNameOf(asked.headers['content-disposition'] ?? '', 'text/csv');
		answer.end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const send = async (disposition: string) =>
		await new Promise<void>((resolve, reject) => {
			const headers = { 'content-disposition': disposition };
			request({ port, headers }, (answer) => answer.resume().on('end', () => resolve()))
				.on('error', reject)
				.end();
		});
	const names = fc
		.string({ unit: fc.constantFrom(...'abç ã€"\\;%\'=*.ñ😀/-_'), minLength: 1, maxLength: 20 })
		.map((name) => safeName(`${name}.csv`));
	try {
		await fc.assert(
			fc.asyncProperty(names, async (name) => {
				await send(create(name));
				expect(seen).toBe(name);
			}),
			{ numRuns: 300 },
		);
	} finally {
		server.closeAllConnections();
		server.close();
	}
});

test('whatever the header, the name is one of a file: no folder, nothing hidden, never empty', () => {
	const parts = fc.constantFrom(
		...['attachment', ';', ' ', 'filename', 'filename*', '=', '"', '\\', '/', '..', "utf-8''"],
		...['%2F', '%5C', '%00', '%', 'é', '\u202E', '\0', 'x.csv', '😀', '\uD83D'],
	);
	const headers = fc.array(parts, { maxLength: 20 }).map((found) => found.join(''));
	fc.assert(
		fc.property(headers, (header) => {
			const name = fileNameOf(header, 'text/csv');
			expect(name).toMatch(/^[^\\/\p{Cc}\u202E]+$/u);
			expect(name).not.toMatch(/^\.*$/);
			expect(name.isWellFormed()).toBe(true);
		}),
		{ numRuns: 2_000 },
	);
});
