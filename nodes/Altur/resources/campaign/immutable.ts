import type { INodeProperties } from 'n8n-workflow';
import { BadInput } from '../../../shared/contract/failure';
import type { Reader } from '../../../shared/contract/reader';
import { isObject } from '../../../shared/values/json';

/**
 * An entry that Altur never changes (400 IMMUTABLE_FIELD). It stays, hidden: n8n drops without a word what the
 * form does not have, and an update would seem to have changed it.
 */
export const immutable = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'hidden',
	default: '',
	description: 'Altur never changes it: a row that sets it is refused',
});

/** A picker that was added and left as it is holds nothing. */
function isFilled(read: Reader, name: string): boolean {
	const value = read.raw(name);
	return isObject(value) && 'mode' in value ? Boolean(value.value) : read.has(name);
}

/** Refuses a row that sets what Altur never changes. */
export function refuseImmutable(read: Reader, names: string[]): void {
	const set = names.find((name) => isFilled(read, name));
	if (set === undefined) return;
	throw new BadInput(
		read.label(set),
		"Altur never changes it after a campaign's creation. Remove it: delete this node and add Update anew without it, or create another campaign",
	);
}
