import type { IDataObject } from 'n8n-workflow';
import { AlturApi } from '../../credentials/AlturApi.credentials.ts';
import { vendor } from '../../nodes/Altur/vendor.ts';
import type { Account } from '../../nodes/shared/send/account.ts';
import type { Failure } from '../../nodes/shared/contract/failure.ts';
import type { Operation } from '../../nodes/shared/contract/operation.ts';
import type { VendorRequest } from '../../nodes/shared/contract/request.ts';
import type { Pace } from '../../nodes/shared/pace/pace.ts';
import { SendRecord } from '../../nodes/shared/once/sendRecord.ts';
import { senderOf } from '../../nodes/shared/send/send.ts';
import { strictContext } from './strictContext.mts';
import type { FullAnswer } from './strictContext.mts';

/** What comes of a request: an answer, or the error that n8n throws where none came. */
export type Comes = Partial<FullAnswer> | Error;

export const lost = (code: string, more: object = {}): Error =>
	Object.assign(new Error(code), { code, ...more });

export const call: VendorRequest = { method: 'POST', url: '/call', phoneNumber: '+525511110001' };
export const mayHaveBeen = 'The call to +525511110001 may have been placed; it is not sent again.';
export const later: Comes = { statusCode: 429, headers: { 'retry-after': '3' } };
export const html: Comes = { body: '<html>' };
export const nothing: Comes = { statusCode: 204, body: '' };

/** A clock that only waits move, and pauses without jitter: 375 ms, then twice as long each time. */
export function pausesForTests(): void {
	beforeEach(() => {
		jest.useFakeTimers();
		jest.spyOn(Math, 'random').mockReturnValue(0.5);
	});
	afterEach(() => {
		jest.useRealTimers();
		jest.restoreAllMocks();
	});
}

/** One row's requests, as the engine sends them; from `answers` the vendor takes one after the other. */
export function sending(
	{ repeat, mayAnswerNothing }: Pick<Operation, 'repeat' | 'mayAnswerNothing'>,
	answers: Comes[],
	cancelled?: AbortSignal,
) {
	const data = { apiKey: 'key-of-a-test', baseUrl: 'https://vendor.example/v1' };
	const { context, sent, memory } = strictContext({
		parameters: {},
		credential: { type: new AlturApi(), data },
		answer: () => {
			const comes = answers.shift();
			if (comes === undefined) throw new Error('The test expected no further request');
			if (comes instanceof Error) throw comes;
			return { statusCode: 200, headers: {}, body: { id: 'cll_1' }, ...comes };
		},
	});
	const seen = { pauses: [] as number[], rates: [] as number[], over: 0 };
	const pace = {
		refusedInARow: 0,
		turn: async (rate: number) => {
			seen.rates.push(rate);
			if (cancelled?.aborted) return undefined;
			return {
				over: () => {
					seen.over += 1;
					pace.refusedInARow = 0;
				},
				refused: (ms: number) => {
					seen.pauses.push(ms);
					pace.refusedInARow += 1;
				},
			};
		},
	};
	const option = { name: 'Create', value: 'create', action: 'Create a thing', description: '' };
	const operation = { option, repeat, mayAnswerNothing, outcome: 'placed' } as Operation;
	const settings = { concurrency: 1, requestsPerSecond: 7, timeoutMs: 9_000, maxRetries: 2 };
	const account: Account = {
		baseUrl: data.baseUrl,
		fingerprint: 'one',
		decrypted: { id: '', name: 'alturApi', type: 'alturApi', data },
	};
	const record = new SendRecord(context);
	const send = senderOf(
		{
			...{ context, vendor, operation, account, settings, record, cancelled },
			pace: pace as unknown as Pace,
		},
		0,
	);
	return {
		...{ seen, sent, record },
		/** What the row's memory holds. */
		kept: () => (memory['sent:0'] as IDataObject | undefined)?.[0],
		/** Sends; what was thrown stands in `failure`, how long it took in `ms`. */
		send: async (request: VendorRequest) => {
			const begun = performance.now();
			const sending = send(request).then(
				(answer) => ({ answer, ms: performance.now() - begun }),
				(failure: Failure) => ({ failure, ms: performance.now() - begun }),
			);
			await jest.runAllTimersAsync();
			return (await sending) as { answer?: FullAnswer; failure?: Failure; ms: number };
		},
	};
}
