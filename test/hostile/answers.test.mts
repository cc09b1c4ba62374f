import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Parameters } from '../contract/case.mts';
import { deduplicationForTests } from '../support/deduplication.mts';
import { KEY, answers, saysRefused } from './answers.mts';
import {
	attack,
	detailsOf,
	expectEveryRow,
	expectOwnRequests,
	expectPlainResult,
} from './attack.mts';
import { limitMs, settings, tried } from './runs.mts';
import { targets, templatesOf, titleOf, withoutWaits } from './targets.mts';
import type { Template } from './targets.mts';
import { startVendorServer } from '../support/vendorServer.mts';
import type { Reply, VendorServer } from '../support/vendorServer.mts';

deduplicationForTests();
let server: VendorServer;

beforeAll(async () => void (server = await startVendorServer()));
afterAll(async () => await server.close());

/** More than any listing of the answers here can have; beyond it the node goes round in circles. */
const MOST_REQUESTS = 250;

describe.each(targets.map((target) => ({ title: titleOf(target), target })))(
	'$title',
	({ target }) => {
		const { smallest, repeat, times, subject } = target;
		let templates: Template[];
		let bodies: unknown[];
		beforeAll(async () => {
			templates = await templatesOf(target);
			bodies = templates
				.map(({ answer }) => answer.body)
				.filter((body) => !(typeof body === 'object' && body && 'pipe' in body));
		});

		test(
			'whatever the vendor answers: the row comes out once, with what is known, and nothing rings twice',
			async () => {
				const script = fc.array(answers(bodies), { minLength: 1, maxLength: 4 });
				const property = fc.asyncProperty(
					script,
					fc.constantFrom(...settings),
					fc.constantFrom(1, 2),
					fc.boolean(),
					async (replies, onError, tries, returnAll) => {
						const given: Reply[] = [];
						const afterwards: Reply[] = [];
						server.answer(({ method, headers }, serial) => {
							const next = replies[Math.min(serial, replies.length) - 1]!;
							const shown = headers.find(([name]) => name === subject.header.toLowerCase())?.[1];
							const reply = { ...next, body: next.body.replaceAll(KEY, shown ?? '') };
							if (method !== 'GET') {
								// Every request but the first must follow on a plain refusal.
								const before = given.at(-1);
								if (before && !saysRefused(before)) afterwards.push(before);
								given.push(reply);
							}
							return reply;
						});
						const parameters = withoutWaits({
							...smallest.parameters,
							...('limit' in smallest.parameters ? { returnAll } : {}),
						} as Parameters);
						const items: IDataObject[] = [{}];
						let cut = false;
						const guard = (cancel: () => void) => {
							const timer = setInterval(() => {
								if (server.arrived.length < MOST_REQUESTS) return;
								cut = true;
								cancel();
							}, 50);
							guards.add(timer);
						};
						const guards = new Set<NodeJS.Timeout>();
						const ran = await attack(target, server, {
							parameters,
							items,
							onError,
							tries,
							onStarted: guard,
						});
						for (const timer of guards) clearInterval(timer);
						expect({ cut }).toEqual({ cut: false });
						expectOwnRequests(target, templates, server.arrived, ran.key);
						expectPlainResult(ran);
						expectEveryRow(ran, items.length, onError, times);
						if (repeat === 'never') expect(afterwards).toEqual([]);
						for (const { json } of ran.items) {
							expect(typeof json === 'object' && json !== null && !Array.isArray(json)).toBe(true);
						}
						for (const item of ran.items) {
							const { outcome } = detailsOf(item);
							const [last] = given.slice(-1);
							// Without a change that was sent, what was read before it is to blame.
							if (repeat === 'never' && outcome === 'refused' && last)
								expect(saysRefused(last)).toBe(true);
						}
					},
				);
				await tried(property, 20, targets.length);
			},
			limitMs,
		);
	},
);
