import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { AlturApi } from '../../../credentials/AlturApi.credentials.ts';
import { vendor } from '../../../nodes/Altur/vendor.ts';
import { ask } from '../../../nodes/shared/send/lookUp.ts';
import { strictContext } from '../../support/strictContext.mts';
import type { FullAnswer } from '../../support/strictContext.mts';
import { lost } from '../../support/sending.mts';

const asking = async (comes: Partial<FullAnswer> | Error) => {
	const { context, sent } = strictContext({
		parameters: {},
		credential: { type: new AlturApi(), data: { apiKey: 'k', baseUrl: 'https://vendor.example' } },
		answer: () => {
			if (comes instanceof Error) throw comes;
			return { statusCode: 200, headers: {}, body: {}, ...comes };
		},
	});
	const asked = ask(context as unknown as ILoadOptionsFunctions, vendor, {
		method: 'GET',
		url: '/campaigns',
	});
	return { sent, body: await asked };
};

test('a list of the form is read once, in fifteen seconds at most', async () => {
	const { sent, body } = await asking({ statusCode: 201, body: [1] });
	expect(body).toEqual([1]);
	expect(sent).toMatchObject([{ url: 'https://vendor.example/campaigns', timeout: 15_000 }]);
});

test.each<[Partial<FullAnswer> | Error, string]>([
	[{ statusCode: 403, body: { message: 'No' } }, 'Altur answered: No (403).'],
	[{ statusCode: 500 }, 'Altur answered: status 500.'],
	[lost('ECONNREFUSED'), 'Altur: the connection was refused.'],
])(
	'where it cannot be had the field says why, and that the value may be typed',
	async (comes, message) => {
		await expect(asking(comes)).rejects.toMatchObject({
			message,
			description:
				'The list cannot be shown; switch the field from "From List" and type the value.',
		});
	},
);
