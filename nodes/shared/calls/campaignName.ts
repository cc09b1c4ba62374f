import { BadInput } from '../contract/failure';
import type { Reader } from '../contract/reader';

/** White space, with the two that look like it and are none to JavaScript. */
const SPACES = /[\s\u0085\u2800]+/g;

/** Zero width, bidi, soft hyphen, byte order mark, variation selectors, and controls that are no space. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|(?![\s\u0085])\p{Cc}/gu;

/**
 * A campaign's name as it is compared and stored: what looks the same is the same, however it was typed.
 * In NFKC, invisible marks away, every run of white space (a no-break space too) one space.
 */
export const campaignNameIn = (text: string): string =>
	text.replace(INVISIBLE, '').normalize('NFKC').replace(SPACES, ' ').trim();

/**
 * The name under Call Once Per; nothing where the option was not added. Throws `BadInput` where it was added
 * and holds no name: these rows are the ones that somebody wanted to protect.
 */
export function campaignOf(read: Reader): string | undefined {
	const options = read.within('options');
	if (!options.isSet('callOncePer')) return undefined;
	const name = campaignNameIn(options.optionalText('callOncePer'));
	if (name !== '') return name;
	throw new BadInput(
		options.label('callOncePer'),
		'is empty; enter a campaign name, or remove the option',
	);
}
