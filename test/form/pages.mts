import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** A page of the documentation. */
export interface Page {
	file: string;
	text: string;
}

export const pageOf = (file: string): Page => ({ file, text: readFileSync(file, 'utf8') });

/** Every page people read, wherever it stands. */
export const pages: Page[] = globSync([
	'*.md',
	'docs/**/*.md',
	'examples/**/*.md',
	'sandbox/**/*.md',
	'.github/**/*.md',
]).map(pageOf);

/** Without blocks of code, in which brackets and hashes are no links and titles. */
const prose = (text: string): string => text.replace(/^( *)```[\s\S]*?^\1```/gm, '');

/** The text of the section with a title of this level, its subsections included. */
export function sectionOf(text: string, title: string, level = 2): string {
	const marks = '#'.repeat(level);
	const [, ...after] = `\n${text}`.split(`\n${marks} ${title}\n`);
	return after.join('').split(new RegExp(`\\n#{1,${level}} `))[0] ?? '';
}

/** The rows of the tables in a text that have a column of this name; cells by the column's name. */
export function rowsWith(text: string, column: string): Array<Record<string, string>> {
	const cellsOf = (line: string) =>
		line
			.split(/(?<!\\)\|/)
			.slice(1, -1)
			.map((cell) => cell.trim());
	const tables = text.match(/(?:^ *\|.*\|\n?)+/gm) ?? [];
	return tables.flatMap((table) => {
		const [head = [], , ...rows] = table.trim().split('\n').map(cellsOf);
		if (!head.includes(column)) return [];
		return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
	});
}

/** What a text introduces as a term: in bold, as code, or in the first cell of a table. */
export function termsOf(text: string): Set<string> {
	const found = [...text.matchAll(/\*\*([^*\n]+)\*\*|`([^`\n]+)`|^\| *([^|\n]+?) *\|/gm)];
	return new Set(
		found.flatMap(([, bold, code, cell = '']) =>
			(bold ?? code ?? cell.replace(/[`*]/g, '')).split(/ · |, /),
		),
	);
}

/** A title as GitHub writes it into an address; the second of two alike gets a number. */
function anchorsOf(text: string): Set<string> {
	const seen = new Map<string, number>();
	const titles = [...prose(text).matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, title = '']) =>
		title
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
			.replace(/ /g, '-'),
	);
	return new Set(
		titles.map((title) => {
			const count = seen.get(title) ?? 0;
			seen.set(title, count + 1);
			return count === 0 ? title : `${title}-${count}`;
		}),
	);
}

/** What is wrong with the links and pictures of a page, each in words. */
export function brokenLinks({ file, text }: Page): string[] {
	const plain = prose(text).replace(/`[^`\n]*`/g, '');
	const targets = [...plain.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)].map(
		([, target = '']) => target,
	);
	return targets.flatMap((target) => {
		if (/^[a-z]+:/i.test(target)) return [];
		const [path = '', anchor] = target.split('#');
		const to = path ? normalize(join(dirname(file), decodeURIComponent(path))) : file;
		if (!existsSync(to)) return [`${file}: there is no ${to}`];
		if (anchor === undefined || anchorsOf(readFileSync(to, 'utf8')).has(anchor)) return [];
		return [`${file}: ${to} has no #${anchor}`];
	});
}
