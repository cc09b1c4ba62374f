import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { AlturApi } from '../../../credentials/AlturApi.credentials.ts';
import { vendor } from '../../../nodes/Altur/vendor.ts';
import { ask, askOnce } from '../../../nodes/shared/send/lookUp.ts';
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

describe('what is asked once for some minutes', () => {
	let serial = 0;
	afterEach(() => jest.restoreAllMocks());

	/** Asks as an account; answers how many requests left. */
	const asked = async (apiKey: string, url = '/about', fails = false): Promise<number> => {
		const { context, sent } = strictContext({
			parameters: {},
			credential: { type: new AlturApi(), data: { apiKey, baseUrl: 'https://vendor.example' } },
			answer: () => ({ statusCode: fails ? 503 : 200, headers: {}, body: {} }),
		});
		const asking = askOnce(context, vendor, { method: 'GET', url }, 'Try again.');
		if (fails) await expect(asking).rejects.toMatchObject({ description: 'Try again.' });
		else expect(await asking).toEqual({});
		return sent.length;
	};
	const anAccount = () => `account-${++serial}`;

	test('is kept by account and address', async () => {
		const key = anAccount();
		expect([await asked(key), await asked(key)]).toEqual([1, 0]);
		expect([await asked(key, '/other'), await asked(anAccount())]).toEqual([1, 1]);
	});

	test('is asked once by all that ask at the same moment', async () => {
		const key = anAccount();
		const counts = await Promise.all([asked(key), asked(key), asked(key)]);
		expect(counts).toEqual([1, 0, 0]);
	});

	test('is asked anew after five minutes', async () => {
		const key = anAccount();
		const now = jest.spyOn(performance, 'now').mockReturnValue(1_000);
		await asked(key);
		now.mockReturnValue(1_000 + 299_000);
		expect(await asked(key)).toBe(0);
		now.mockReturnValue(1_000 + 301_000);
		expect(await asked(key)).toBe(1);
	});

	test('is kept of the latest four alone', async () => {
		const keys = Array.from({ length: 5 }, anAccount);
		for (const key of keys) await asked(key);
		expect(await asked(keys[4]!)).toBe(0);
		expect(await asked(keys[0]!)).toBe(1);
	});

	test('is not kept where it failed', async () => {
		const key = anAccount();
		expect([await asked(key, '/about', true), await asked(key)]).toEqual([1, 1]);
	});
});
