import type { NodePropertyTypes } from 'n8n-workflow';
import { deepFields } from '../form/fields.mts';
import { smallestOf } from './pick.mts';
import { merged, placed } from './placed.mts';
import { run } from './run.mts';
import { subjects } from './subjects.mts';

/** What a field of a type cannot be. Switches and lists of choices are not here: see the tests by hand. */
const bad: Partial<Record<NodePropertyTypes, unknown>> = {
	string: { not: 'text' },
	number: 'many',
	dateTime: 'soon',
	json: 'no JSON',
	resourceLocator: { not: 'an ID' },
	resourceMapper: 'no fields',
};

/** Fields that take anything, and why. */
const takesAnything: Record<string, string> = {
	'additionalFields.context': 'an object is allowed',
	'additionalFields.extractedData.field.value': 'a fact about a contact may be anything',
	channelId: 'only the lists of the form look at it',
	'api.body': 'hidden where the body is made of fields',
};

describe.each(subjects)('$name', (subject) => {
	const fields = smallestOf(subject).flatMap((one) =>
		deepFields(one.fields)
			.filter(([path, { type }]) => type in bad && !(path in takesAnything))
			.filter(([path]) => !(`${one.resource}.${path}` in takesAnything))
			.map(([path, field]) => ({ ...one, path, field })),
	);

	test.each(fields)(
		'$resource: $operation refuses what $path cannot be, in the form’s words, and sends nothing',
		async ({ smallest, fields: form, path, field: { type } }) => {
			const parameters = merged(
				smallest.parameters,
				placed(form, path.split('.'), bad[type]),
			) as typeof smallest.parameters;
			const { message, sent } = await run(subject, { ...smallest, parameters });
			expect(sent.slice(smallest.lookUps)).toEqual([]);
			// Inside groups of fields the message may name the group.
			const titles = deepFields(form)
				.filter(([part]) => `${path}.`.startsWith(`${part}.`))
				.map(([, { displayName }]) => displayName);
			const named = titles.filter((title) => message.includes(`${title}: `));
			expect({ message, named }).toEqual({ message, named: [expect.any(String)] });
		},
	);
});
