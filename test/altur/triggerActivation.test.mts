import type { IHookFunctions, IDataObject } from 'n8n-workflow';
import { AlturTrigger } from '../../nodes/Altur/AlturTrigger.node.ts';

const { checkExists, create } = new AlturTrigger().webhookMethods.default;

/** What n8n offers while a workflow is activated; anything else throws. */
const hooks = (webhookSecret: unknown, options: IDataObject = {}) =>
	new Proxy(
		{
			getCredentials: async (type: string) =>
				type === 'alturApi' ? { apiKey: 'k', webhookSecret } : {},
			getNodeParameter: (name: string, fallback: unknown) =>
				name === 'options' ? options : fallback,
			getNode: () => ({ name: 'Altur Trigger', type: 'alturTrigger' }),
		} as Record<string | symbol, unknown>,
		{
			get: (target, name) => {
				if (name in target) return target[name];
				throw new Error(`The test supplies no ${String(name)}`);
			},
		},
	) as unknown as IHookFunctions;

test('n8n is told that nothing is registered yet, so that the secret is looked at on every activation', async () => {
	expect(await checkExists()).toBe(false);
});

test.each([undefined, '', '  '])(
	'with the secret %j the trigger refuses to start',
	async (secret) => {
		await expect(create.call(hooks(secret))).rejects.toMatchObject({
			message: 'The Altur credential has no Webhook Secret',
			description: expect.stringContaining('Copy the secret that Altur shows beside the webhook'),
		});
	},
);

test.each(['====', 'not base64!', 'ñ'])(
	'"%s" is no Base64: the trigger refuses to start',
	async (secret) => {
		await expect(create.call(hooks(secret))).rejects.toThrow('is not Base64');
	},
);

test('a secret in the form that the format asks for lets it start', async () => {
	expect(await create.call(hooks(' c2VjcmV0\n'))).toBe(true);
	expect(await create.call(hooks('any text!', { signatureFormat: 'hex' }))).toBe(true);
});
