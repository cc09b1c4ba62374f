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

test.each(subjects)(
	'$name: the Test button refuses an address with a user name, and says why',
	async ({ credential }) => {
		if (typeof credential.authenticate !== 'function')
			throw new Error('The credential signs nothing');
		const options = { url: '/me', baseURL: 'https://user:secret-pw@api.example.com' };
		const signing = credential.authenticate({ apiKey: 'k' }, options);
		const said = await signing.catch(({ message }: Error) => message);
		expect(said).toContain('user name or password, which would be sent in place of the API key');
		expect(said).not.toContain('secret-pw');
	},
);

const registering = vendors.filter(({ checksActivation }) => !checksActivation);

test.each(registering.flatMap(({ triggers }) => triggers))(
	'$file has nothing to register at its vendor, and nothing to take back',
	async ({ type }) => {
		const methods = Object.values(type.webhookMethods?.default ?? {});
		expect(methods).toHaveLength(3);
		for (const method of methods) expect(await method.call(undefined as never)).toBe(true);
	},
);
