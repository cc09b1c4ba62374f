import { execFileSync } from 'node:child_process';
import { request } from 'undici';
import { AlturTrigger } from '../../nodes/Altur/AlturTrigger.node.ts';
import { alturWebhookSecret } from '../../sandbox/altur/address.mts';
import { hostWebhook } from '../support/webhookHost.mts';
import type { Surroundings, WebhookHost } from '../support/webhookHost.mts';

export const events = ['on_call_end', 'campaign.status_changed', 'campaign.cycle_completed'];

/**
 * The signature of a body by OpenSSL, which shares no line with the sandbox or the node: base64 keyed with
 * the decoded secret, hex with its text.
 */
export function signedByOpenssl(
	body: Buffer,
	format: 'base64' | 'hex' = 'base64',
	secret = alturWebhookSecret,
): string {
	const key = Buffer.from(secret, format === 'base64' ? 'base64' : 'utf8').toString('hex');
	const digest = `openssl dgst -sha256 -mac HMAC -macopt hexkey:${key}`;
	const line =
		format === 'base64' ? `${digest} -binary | base64 -w 0` : `${digest} | sed 's/^.*= *//'`;
	return execFileSync('sh', ['-c', line], { input: body }).toString().trim();
}

export interface AlturTriggerHost {
	readonly url: string;
	set(around: Partial<Surroundings>): void;
	/** Header lines as they go out, one each. */
	deliver(
		body: Buffer | string,
		headers: Array<[string, string]>,
	): Promise<{ status: number; text: string }>;
	started(): unknown[];
}

/** A trigger that is up for all tests of a file, with the right secret and all events before each. */
export function alturTriggerForTests(): AlturTriggerHost {
	let host: WebhookHost;
	beforeAll(async () => {
		host = await hostWebhook(new AlturTrigger());
	});
	beforeEach(() => {
		host.reset();
		Object.assign(host.around, {
			credential: { apiKey: 'k', baseUrl: '', webhookSecret: alturWebhookSecret },
			parameters: { events },
			// A node of its own for each test: the memory of repeats is the process's.
			nodeId: `n${Math.random()}`,
		});
	});
	afterAll(async () => await host.close());
	return {
		get url() {
			return host.url;
		},
		set: (around) => void Object.assign(host.around, around),
		started: () => host.started.flat(),
		async deliver(body, headers) {
			const answer = await request(host.url, {
				method: 'POST',
				body,
				headers: ['content-type', 'application/json', ...headers.flat()],
			});
			return { status: answer.statusCode, text: await answer.body.text() };
		},
	};
}
