import { request } from 'undici';
import { GuruSupTrigger } from '../../nodes/GuruSup/GuruSupTrigger.node.ts';
import { guruSupKey } from '../../sandbox/gurusup/address.mts';
import { hostWebhook } from '../support/webhookHost.mts';
import type { Surroundings, WebhookHost } from '../support/webhookHost.mts';

/** What may differ from a proper delivery. */
export interface Delivery {
	/** Each a header line of its own. */
	keys?: string[];
	headers?: string[];
	/** These characters instead of the JSON. */
	raw?: string;
	type?: string | null;
}

/** The trigger on a socket, and a client that delivers to it. */
export interface TriggerHost {
	readonly host: WebhookHost;
	/** The trigger's parameters, credential and so on for this test. */
	set(around: Partial<Surroundings>): void;
	deliver(json: unknown, delivery?: Delivery): Promise<{ status: number; text: string }>;
	started(): unknown[];
}

/** A trigger that is up for all tests of a file, with the right credential before each. */
export function triggerForTests(): TriggerHost {
	let host: WebhookHost;
	beforeAll(async () => {
		host = await hostWebhook(new GuruSupTrigger());
	});
	beforeEach(() => {
		host.reset();
		// A node of its own for each test: the memory of repeats is the process's.
		const nodeId = `n${Math.random()}`;
		Object.assign(host.around, { credential: { apiKey: guruSupKey, baseUrl: '' }, nodeId });
	});
	afterAll(async () => await host.close());
	return {
		get host() {
			return host;
		},
		set: (around) => void Object.assign(host.around, around),
		started: () => host.started,
		async deliver(json, { keys = [guruSupKey], headers = [], raw, type } = {}) {
			const typed = type === null ? [] : ['content-type', type ?? 'application/json'];
			const answer = await request(host.url, {
				method: 'POST',
				body: raw ?? JSON.stringify(json),
				headers: [...typed, ...keys.flatMap((key) => ['x-api-key', key]), ...headers],
			});
			return { status: answer.statusCode, text: await answer.body.text() };
		},
	};
}
