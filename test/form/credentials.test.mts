import { subjects } from '../contract/subjects.mts';
import { vendors } from '../vendors.mts';

test.each(subjects)('$name: a credential without a key sends an empty one', async (subject) => {
	const { credential, header, signed } = subject;
	if (typeof credential.authenticate !== 'function')
		throw new Error('The credential signs nothing');
	const options = { url: 'https://example.com', headers: { Accept: '*/*' } };
	const { headers } = await credential.authenticate({}, options);
	expect(headers).toEqual({ Accept: '*/*', [header]: signed('') });
});

const registering = vendors.filter(({ checksActivation }) => !checksActivation);

test.each(registering.flatMap(({ triggers }) => triggers))(
	'$file has nothing to register at its vendor, and nothing to take back',
	async ({ type }) => {
		const methods = Object.values(type.webhookMethods?.default ?? {});
		expect(methods).toHaveLength(3);
		for (const method of methods) expect(await method.call(undefined as never)).toBe(true);
	},
);
