import { callNode, requestsByNumber } from '../support/n8nCalls.mts';
import { lab, type Lab } from '../support/n8nLab.mts';
import { agentUses, fromAi, toolNode } from '../support/n8nTool.mts';

const to = (phoneNumber: string) => ({ phoneNumber });
const ana = '+525520000001';
const luis = '+525520000002';
const lost = '+525550000500';

const call = (options: object = {}) =>
	toolNode('altur', {
		...callNode({ timeoutSeconds: 2, ...options }).parameters,
		phoneNumber: fromAi('phoneNumber', 'Whom to call'),
	});

jest.setTimeout(60_000);

let real: Lab;

beforeAll(async () => {
	real = await lab();
});

beforeEach(async () => await real.sandbox.reset());

describe('an AI agent that asks for the same thing again', () => {
	// Before its version 3, the agent ran its tools itself, all at once.
	test.each([3.1, 2.2])(
		'rings a number once that it asks for twice at the same time (agent %s)',
		async (version) => {
			const turn = [to(ana), to('+52 55 2000 0001'), to(luis)];
			const { told } = await agentUses(real, call(), [turn], version);
			expect(told).toHaveLength(3);
			// Either may have been first at the phone.
			const placed = told.slice(0, 2).filter((one) => one.includes('"outcome":"placed"'));
			const [other] = told.slice(0, 2).filter((one) => !placed.includes(one));
			expect(placed).toHaveLength(1);
			expect(other).toMatch(/"outcome":"(skipped|unknown)".*Do not call this tool again/);
			expect(told[2]).toContain('"outcome":"placed"');
			expect(await requestsByNumber(real)).toEqual({ [ana]: 1, [luis]: 1 });
		},
	);

	test('rings a number once that it asks for again after the call was placed', async () => {
		const { told } = await agentUses(real, call(), [to(ana), to(ana)]);
		expect(JSON.parse(told[1]!)).toMatchObject([{ outcome: 'skipped', reason: 'sameNumber' }]);
		expect(await requestsByNumber(real)).toEqual({ [ana]: 1 });
	});

	test('rings a number once that it asks for again though it was told not to', async () => {
		const { told } = await agentUses(real, call(), [to(lost), to(lost)]);
		expect(told[1]).toMatch(/"outcome":"unknown".*may have taken place; it is not sent again/);
		expect(await requestsByNumber(real)).toEqual({ [lost]: 1 });
	});

	test('may try again where nobody was called, and always with Allow Same Number', async () => {
		const refused = '+525550000400';
		await agentUses(real, call(), [to(refused), to(refused)]);
		await agentUses(real, call({ allowSameNumber: true }), [to(ana), to(ana)]);
		expect(await requestsByNumber(real)).toEqual({ [refused]: 2, [ana]: 2 });
	});

	test('stores the same message once, and another of the same thread as well', async () => {
		const parameters = {
			resource: 'message',
			operation: 'create',
			body: fromAi('body', 'What to say'),
			userFid: 'ana@example.com',
			threadFid: 'web-1',
		};
		const said = [{ body: 'Hola' }, { body: 'Hola' }, { body: 'Adiós' }];
		const { told } = await agentUses(real, toolNode('guruSup', parameters), said);
		expect(told[1]).toContain('"outcome":"skipped","reason":"alreadySent"');
		const sent = await real.sandbox.requests('gurusup');
		expect(sent.map(({ body }) => (body as { body: string }).body)).toEqual(['Hola', 'Adiós']);
	});
});
