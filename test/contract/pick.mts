import type { INodeProperties } from 'n8n-workflow';
import { fieldsOf, placesOf } from '../form/fields.mts';
import type { Place } from '../form/fields.mts';
import type { Case } from './case.mts';
import type { Subject } from './subjects.mts';

/** An operation of a form with its fields and the case that sets the fewest of them. */
export interface Smallest extends Place {
	fields: INodeProperties[];
	smallest: Case;
}

const sizeOf = ({ parameters }: Case): number => Object.keys(parameters).length;

/** Every operation of a vendor; all APIs are supplied that any of its cases needs. */
export function smallestOf({ node, cases }: Subject): Smallest[] {
	return placesOf(node.description).map((place) => {
		const its = cases.filter(
			({ parameters: { resource, operation } }) =>
				resource === place.resource && operation === place.operation,
		);
		const smallest = its.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
		if (!smallest) throw new Error(`${place.resource}: ${place.operation} has no case`);
		const supplies = Object.assign({}, ...its.map((one) => one.supplies)) as Case['supplies'];
		return {
			...place,
			fields: fieldsOf(node.description, place),
			smallest: { ...smallest, supplies },
		};
	});
}
