/** More of a page than this is not looked at: its words stand at the beginning. */
const MOST = 8_000;

const ENTITIES: Record<string, string> = {
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'", '#34': '"' },
};

const plain = (markup: string): string =>
	markup
		.replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, ' ')
		.replace(/<!\[CDATA\[|\]\]>/g, '')
		.replace(/<[^>]*>?/g, ' ')
		.replace(/&(#?\w{1,6});/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
		.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
		.trim();

/** Elements that hold what is wrong, the best first: XML's, then a page's. */
const TELLING = ['message', 'faultstring', 'detail', 'title', 'h1'];

/** The words of a page or of XML: what its telling element says, else its first text. Nothing where it is neither. */
export function markupWords(text: string): string | undefined {
	if (!/^\s*<[!?a-z]/i.test(text)) return undefined;
	const beginning = text.slice(0, MOST);
	for (const name of TELLING) {
		const inner = new RegExp(`<${name}\\b[^>]*>([^<]{1,2000})`, 'i').exec(beginning)?.[1];
		const said = plain((inner ?? '').replace(/<!\[CDATA\[|\]\]>/g, ''));
		if (said) return said.slice(0, 200);
	}
	return plain(beginning).slice(0, 200);
}
