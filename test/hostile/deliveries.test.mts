import fc from 'fast-check';
import { request } from 'undici';
import { header, signed } from '../altur/attacks.mts';
import { alturTriggerForTests } from '../altur/triggerHost.mts';
import { subjects } from '../contract/subjects.mts';
import { triggerForTests } from '../gurusup/triggerHost.mts';
import { hostWebhook } from '../support/webhookHost.mts';
import type { WebhookHost } from '../support/webhookHost.mts';

const pausing = subjects.filter(({ node }) =>
	node.description.webhooks?.some(({ restartWebhook }) => restartWebhook),
);

test('there are nodes that pause for a delivery', () => expect(pausing).not.toEqual([]));

const texts = [
	...['', '[]', '{}', 'null', '""', '0', 'false', '"text"', '[[]]', '[null]', '[{}]'],
	...['{"error":"x"}', '{"__proto__":{"a":1}}', '{"json":{},"binary":{}}', '[', 'a;b', '\0'],
	...['{"a":1e400}', '\uFEFF{}', `${'['.repeat(2_000)}${']'.repeat(2_000)}`],
];
const types = [undefined, 'application/json', 'text/csv', 'application/x+json', '/', '\xE9'];

describe.each(pausing.map(({ name, node }) => ({ name, node })))('$name', ({ node }) => {
	let host: WebhookHost;
	beforeAll(async () => void (host = await hostWebhook(node)));
	afterAll(async () => await host.close());

	const deliver = async (query: string, text: string, type: string | undefined) => {
		const headers = type === undefined ? {} : { 'content-type': type };
		const answer = await request(host.url + query, { method: 'POST', headers, body: text });
		await answer.body.dump();
		return answer.statusCode;
	};

	test('whatever is delivered to the right wait goes on with at least one item', async () => {
		for (const text of texts) {
			for (const type of types) {
				host.reset();
				host.around.awaited = 'n.1';
				const status = await deliver('/?signature=s&wait=n.1', text, type);
				const items = host.started.map((started) => started.length);
				// n8n itself refuses what is no JSON.
				if (status === 422) expect(items).toEqual([]);
				else
					expect({ text, type, status, items }).toMatchObject({
						status: 200,
						items: [expect.any(Number)],
					});
				expect(items).not.toContain(0);
			}
		}
	});

	test('whatever is delivered to another wait is turned away and starts nothing', async () => {
		const waits = fc.oneof(
			fc.constantFrom('n.0', 'n.10', 'n.', '', 'N.1', ' n.1', 'n.1 ', 'undefined', '__proto__'),
			fc.string(),
		);
		host.reset();
		host.around.awaited = 'n.1';
		await fc.assert(
			fc.asyncProperty(waits, fc.constantFrom(...texts), async (wait, text) => {
				fc.pre(wait !== 'n.1');
				const query = `/?signature=s&wait=${encodeURIComponent(wait.toWellFormed())}`;
				expect(await deliver(query, text, 'text/plain')).toBe(410);
				expect(await deliver('/?signature=s', text, undefined)).toBe(410);
			}),
		);
		expect(host.started).toEqual([]);
	});
});

describe('what identifies a delivery', () => {
	const altur = alturTriggerForTests();
	const guruSup = triggerForTests();
	const triggers: Array<[string, (id: string) => Promise<{ status: number }>, () => unknown[]]> = [
		[
			'Altur',
			async (id) => {
				const body = `{"event_type":"campaign.status_changed","event_id":${id}}`;
				return await altur.deliver(body, [[header, signed(body)]]);
			},
			() => altur.started(),
		],
		[
			'GuruSup',
			async (id) => {
				guruSup.set({ parameters: { options: { repeatKey: 'event_id' } } });
				return await guruSup.deliver(undefined, { raw: `{"event_id":${id}}` });
			},
			() => guruSup.started(),
		],
	];
	const digits = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String);
	const ids = fc.oneof(digits, fc.json(), fc.constantFrom('""', '" "', 'null', '{}', '1e400'));

	test.each(triggers)(
		'%s: different bodies are never taken for one, and the same one starts nothing a third time',
		async (_name, deliver, started) => {
			const different = fc.uniqueArray(ids, { minLength: 30, maxLength: 30 });
			const all = fc.sample(different, { numRuns: 3, seed: 1 }).flat();
			const unique = [...new Set(all)];
			for (const id of unique) expect((await deliver(id)).status).toBe(200);
			expect(started()).toHaveLength(unique.length);
			const known = unique.filter((id) => {
				const value: unknown = JSON.parse(id);
				return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
			});
			expect(known.length).toBeGreaterThan(20);
			for (const id of known) expect((await deliver(id)).status).toBe(200);
			expect(started()).toHaveLength(unique.length);
		},
		30_000,
	);
});
