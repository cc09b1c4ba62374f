import { BadInput } from '../shared/contract/failure';
import type { Reader } from '../shared/contract/reader';

/** An ID that Altur counts, such as a campaign's or a contact's: a whole number. */
export function countedId(read: Reader, name: string): string {
	const id = read.text(name);
	if (/^\d{1,18}$/.test(id)) return id;
	throw new BadInput(read.label(name), `"${id.slice(0, 60)}" is no such ID; it is a whole number`);
}
