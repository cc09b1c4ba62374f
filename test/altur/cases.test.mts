import { vendor } from '../../nodes/Altur/vendor.ts';
import { cases } from './cases.mts';

test('every operation of the node has its case', () => {
	const operations = vendor.resources.flatMap((resource) =>
		resource.operations.map(({ option }) => `${resource.option.value}: ${option.value}`),
	);
	expect(cases.map(({ title }) => title).sort()).toEqual(operations.sort());
});
