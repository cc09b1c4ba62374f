import { baseUrlOf } from '../../nodes/shared/account.ts';
import { altur } from '../support/altur.mts';
import { callJob } from '../support/calls.mts';

test.each([
	['https://api.example.com/v1', 'https://api.example.com/v1'],
	[' https://api.example.com/v1// ', 'https://api.example.com/v1'],
	['HTTP://127.0.0.1:5678', 'HTTP://127.0.0.1:5678'],
])('the address %j is used as %s', (typed, used) => expect(baseUrlOf(typed)).toBe(used));

test.each([
	'',
	'api.example.com',
	'ftp://api.example.com',
	'javascript:alert(1)',
	'https://',
	'https://api.example.com/v1?key=1',
	'https://api.example.com/#v1',
	'https://api.example.com/v1\r\nX: 1',
])('%j is no address that a path can follow', (typed) => expect(baseUrlOf(typed)).toBeUndefined());

test.each(['stopWorkflow', 'continueRegularOutput'] as const)(
	'a credential without a usable Base URL is told for every row under %s, and nothing is sent',
	async (onError) => {
		const { error, outputs } = await altur(
			{ url: '' },
			{ ...callJob(2), baseUrl: 'nowhere', onError },
		);
		const said = 'The credential has no usable Base URL';
		if (onError === 'stopWorkflow') {
			expect(error).toMatchObject({
				message: said,
				description: expect.stringContaining('Open the'),
			});
		} else {
			const refused = { outcome: 'refused', message: said, advice: expect.any(String) };
			expect(outputs[0]).toMatchObject([{ json: refused }, { json: refused }]);
		}
	},
);
