import type { INode } from 'n8n-workflow';
import { deduplicationForTests } from '../support/deduplication.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { Reply, VendorServer } from '../support/vendorServer.mts';
import { saysRefused } from './answers.mts';
import { attack, detailsOf, expectEveryRow, expectPlainResult } from './attack.mts';
import { settings } from './runs.mts';
import { afterLookUps, targets, templatesOf, titleOf, withoutWaits } from './targets.mts';
import type { Template } from './targets.mts';

deduplicationForTests();
let server: VendorServer;

beforeAll(async () => void (server = await startVendorServer()));
afterAll(async () => await server.close());

const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html' };
const in200 = (body: unknown): Reply => ({
	status: 200,
	headers: json,
	body: JSON.stringify(body) ?? '',
});

/** Said beside what the contract promises, or alone. */
const noes: object[] = [
	{ error: 'No' },
	{ error: { message: 'No' } },
	{ error: true },
	{ error: 1 },
	{ error: 402 },
	{ error: 402, message: 'No' },
	{ error: 500, message: 'No' },
	{ errors: [{ message: 'No' }] },
	{ errors: { phone: ['No'] } },
	{ success: false },
	{ success: 'false' },
	{ success: 0 },
	{ ok: false },
	{ ok: 'false' },
	{ status: 'error', message: 'No' },
	{ status: 'ERROR' },
	{ status: false },
];

/** Said without anything that the contract promises. */
const alone: object[] = [
	{ status: 'fail', data: { phone: 'No' } },
	{ status: 'failed' },
	{ status: 404, title: 'Not Found' },
	{ statusCode: 402, message: 'No' },
	{ code: 500, msg: 'No' },
	{ error: 402, call_id: 'cll_1' },
	{ data: null, errors: [{ message: 'No', path: ['createCall'] }] },
	[{ error: 'No' }],
	[{ ok: false }, {}],
	[7],
	['ok'],
	[[]],
];

/** Nothing at all, where only some contracts take it for an answer. */
const nothings: Array<[string, Reply]> = [
	['{}', in200({})],
	['[]', in200([])],
	['null', in200(null)],
	['an empty body', { status: 200, headers: json, body: '' }],
	['202 without a body', { status: 202, headers: {}, body: '' }],
	['white space', { status: 200, headers: json, body: ' \n ' }],
	['204', { status: 204, headers: {}, body: '' }],
];

/** Something else than JSON: no contract here has an answer of text. */
const others: Array<[string, Reply]> = [
	['a text', { status: 200, headers: { 'content-type': 'text/plain' }, body: 'OK' }],
	['a text in JSON', in200('OK')],
	['true', in200(true)],
	['a number', in200(7)],
	['false', in200(false)],
	['0', in200(0)],
	['a page', { status: 200, headers: html, body: '<html><h1>Welcome</h1></html>' }],
	['a page in the name of JSON', { status: 200, headers: json, body: '<html></html>' }],
	['JSON that breaks off', { status: 200, headers: json, body: '{"id":"cll_1","sta' }],
];

const FAILED = ['refused', 'unknown', 'failed', 'notAttempted'];

/** Every operation that changes something, by the requests of its cases. */
const changing = targets.filter(({ smallest }) =>
	smallest.exchanges.some(([{ method }]) => method !== 'GET'),
);

test('every operation that is not safe to repeat is among those that change something', () => {
	const titles = changing.map(titleOf);
	const careful = targets.filter(({ repeat }) => repeat !== 'safe').map(titleOf);
	expect(titles).toEqual(expect.arrayContaining(careful));
});

describe.each(changing.map((target) => ({ title: titleOf(target), target })))(
	'$title',
	({ target }) => {
		const { smallest, repeat } = target;
		let change: Template;
		let templates: Template[];
		beforeAll(async () => {
			templates = await templatesOf(target);
			change = templates.find(({ method }) => method !== 'GET')!;
		});

		/** What came out of one row, whatever "On Error" does with it, and the requests that left. */
		const cameOf = async (reply: Reply, onError: INode['onError'] = 'continueRegularOutput') => {
			server.answer(afterLookUps(templates, () => reply));
			const ran = await attack(target, server, {
				parameters: withoutWaits(smallest.parameters),
				items: [{}],
				onError,
				tries: 2,
			});
			expectPlainResult(ran);
			expectEveryRow(ran, 1, onError, 'once');
			const changes = server.arrived.filter(({ method }) => method !== 'GET').length;
			const { outcome, message } = ran.items[0] ? detailsOf(ran.items[0]) : {};
			const words = ran.error ? `${ran.error.message} ${ran.error.description ?? ''}` : message;
			const isDone = !ran.error && !FAILED.includes(String(outcome));
			return { changes, outcome, words: String(words), isDone };
		};

		/** Told neither as done nor, where it may have rung, as not done; never sent again. */
		const expectNotDone = async (what: string, reply: Reply) => {
			for (const onError of settings) {
				const { changes, outcome, words, isDone } = await cameOf(reply, onError);
				expect({ what, onError, isDone }).toEqual({ what, onError, isDone: false });
				const isRefused = saysRefused(reply);
				if (repeat === 'never' && !isRefused) {
					expect({ what, onError, changes }).toEqual({ what, onError, changes: 1 });
					expect({ what, words }).toEqual({
						what,
						words: expect.stringMatching(/may have been .+; it is not sent again/) as string,
					});
				}
				if (outcome === undefined || isRefused) continue;
				const may = repeat === 'safe' ? ['unknown', 'failed'] : ['unknown'];
				expect({ what, may }).toEqual({
					what,
					may: expect.arrayContaining([outcome]) as string[],
				});
			}
		};

		test('is done where the answer is what the contract promises', async () => {
			const { status, body } = change.answer;
			const { isDone } = await cameOf({ ...in200(body), status });
			expect(isDone).toBe(true);
		});

		test('is not done where a 2xx says no in any of the usual ways', async () => {
			for (const body of [...noes, ...alone]) {
				await expectNotDone(JSON.stringify(body), in200(body));
			}
		});

		test('is not done where the answer says no beside what the contract promises', async () => {
			const { body } = change.answer;
			// Where each row has a result of its own, that tells more.
			if (typeof body !== 'object' || !body || 'results' in body) return;
			for (const no of noes) {
				const mixed = { ...body, ...no };
				await expectNotDone(JSON.stringify(mixed), in200(mixed));
			}
		});

		test('is not done where the answer is nothing, unless the contract has such an answer', async () => {
			for (const [what, reply] of nothings) {
				if (!change.mayBeEmpty) await expectNotDone(what, reply);
				else expect({ what, ...(await cameOf(reply)) }).toMatchObject({ what, isDone: true });
			}
		});

		test('as a tool the agent reads that it must not call again, whatever On Error says', async () => {
			if (repeat !== 'never' || target.operation === 'exportAndWait') return;
			for (const body of [{ error: 'No' }, { error: 402, call_id: 'cll_1' }, { ok: false }]) {
				server.answer(afterLookUps(templates, () => in200(body)));
				const { error, items } = await attack(target, server, {
					...{ parameters: withoutWaits(smallest.parameters), items: [{}], type: 'subjectTool' },
					...{ onError: 'stopWorkflow', tries: 2 },
				});
				expect({ body, error }).toEqual({ body, error: undefined });
				expect(JSON.stringify(items)).toMatch(/may have been .+Do not call this tool again/);
				expect(server.arrived.filter(({ method }) => method !== 'GET')).toHaveLength(1);
			}
		});

		test('is not done where the answer is no JSON', async () => {
			for (const [what, reply] of others) await expectNotDone(what, reply);
		});
	},
);
