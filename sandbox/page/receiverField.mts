import { addressOffered } from './discreet.mts';
import type { Field } from './grammar.mts';

/** Where something is to be sent; `whenEmpty` says what happens without an address. */
export const receiverField = (url: string, whenEmpty: string): Field => ({
	name: 'url',
	label: `Receiver; empty: ${whenEmpty}`,
	kind: 'address',
	value: addressOffered(url),
	isOptional: true,
});
