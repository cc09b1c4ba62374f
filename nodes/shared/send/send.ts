import type { IExecuteFunctions } from 'n8n-workflow';
import { Failure } from '../contract/failure';
import type { Operation, Vendor } from '../contract/operation';
import type { Answer, Send, VendorRequest } from '../contract/request';
import type { Settings } from '../contract/settings';
import type { SendRecord } from '../once/sendRecord';
import type { Pace } from '../pace/pace';
import { wait } from '../pace/wait';
import type { Account } from './account';
import { meant, problemIn } from './acceptance';
import { isAnswer, verdictOf } from './effect';
import { exchange } from './exchange';
import { failureOf, happeningWords, unknownOf } from './failures';
import { isInProgress, LEAST_TRIES } from './inProgress';
import { againAfterRefusal, decide, pauseAfterRefusal } from './retry';

/** All that one run shares among its rows. */
export interface Run {
	context: IExecuteFunctions;
	vendor: Vendor;
	operation: Operation;
	account: Account;
	pace: Pace;
	settings: Settings;
	record: SendRecord;
	cancelled?: AbortSignal;
}

const stopped = () =>
	new Failure('notAttempted', 'The execution was stopped before this was sent.');

/** The `send` of one row: paces, sends, repeats what may be repeated, and keeps the record. */
export function senderOf(run: Run, index: number): Send {
	return async (request) => {
		const repeat = request.repeat ?? run.operation.repeat;
		const { timeoutMs, maxRetries } = { ...run.settings, ...request.patience };
		const unknown = (what: string, status?: number) =>
			unknownOf(run.vendor, run.operation, what, request.phoneNumber, status);
		const { keyHeader } = run.operation;
		const key = keyHeader && request.headers?.[keyHeader];
		/** A bundle has a key of its own for each request, and a result of its own for each row. */
		const isRecorded = repeat === 'never' || key !== undefined;
		const earlier = isRecorded ? run.record.earlier(index, request) : undefined;
		if (earlier && 'answer' in earlier) return earlier.answer;
		// Executions › Retry is another execution and makes another key, under which it would be done again.
		if (earlier && (key === undefined || earlier.key !== key)) throw unknown(earlier.unknown);
		/** An earlier try under the same key may have been carried out, whatever comes of a later one. */
		let mayHaveBeen = earlier !== undefined;
		/** What the account's own crowd was refused for does not count as a try of this row. */
		let tries = 0;
		let refusals = 0;
		for (;;) {
			const turn = await run.pace.turn(run.settings.requestsPerSecond, run.cancelled);
			if (!turn || run.cancelled?.aborted) {
				throw mayHaveBeen ? unknown('The execution was stopped before the next try') : stopped();
			}
			if (isRecorded) run.record.leaving(index, request, key);
			const happening = meant(await exchange(run.context, run.account, request, timeoutMs));
			const { refusedInARow } = run.pace;
			const pauseMs = pauseAfterRefusal(happening, refusedInARow, maxRetries, Math.random());
			// The account pauses whether or not this row goes again.
			if (pauseMs === undefined) turn.over();
			else turn.refused(pauseMs);
			if (pauseMs === undefined) tries += 1;
			else refusals += 1;
			const verdict = verdictOf(happening);
			// A refused read about a placed call must not wipe out the record of the call.
			if (verdict === 'notPlaced' && isRecorded && !mayHaveBeen) run.record.notPlaced(index);
			const problem =
				verdict === 'accepted'
					? problemIn(run.vendor, run.operation, request, happening as Answer)
					: undefined;
			const mayAskAgain = problem !== undefined && repeat === 'keyed' && tries <= maxRetries;
			if (verdict === 'accepted' && !mayAskAgain) {
				const answer = happening as Answer;
				if (problem !== undefined) throw unaccepted(run, index, request, answer, problem);
				if (isRecorded) run.record.answered(index, answer);
				return answer;
			}
			const isWaiting: boolean = repeat === 'keyed' && isInProgress(happening, mayHaveBeen);
			mayHaveBeen ||= isWaiting;
			const decision =
				pauseMs === undefined
					? decide(
							repeat,
							// Each is an answer that is still to come.
							mayAskAgain || isWaiting ? { ...(happening as Answer), status: 503 } : happening,
							tries,
							isWaiting ? Math.max(maxRetries, LEAST_TRIES) : maxRetries,
							Math.random(),
						)
					: againAfterRefusal(refusals, run.pace.refusedInARow, maxRetries);
			if (!decision.again) {
				if (isRecorded && verdict === 'unknown') {
					run.record.unclear(index, happeningWords(run.vendor, happening));
				}
				if (mayHaveBeen && verdict === 'notPlaced') {
					const status = isAnswer(happening) ? happening.status : undefined;
					throw unknown(happeningWords(run.vendor, happening), status);
				}
				throw failureOf(run.vendor, run.operation, request, happening);
			}
			// What is deleted already is not found the second time.
			mayHaveBeen ||=
				(repeat === 'keyed' || request.method === 'DELETE') && verdict !== 'notPlaced';
			await wait(decision.afterMs, run.cancelled);
		}
	};
}

/** A 2xx that does not say that it is an acceptance. */
function unaccepted(
	{ vendor, operation, record }: Run,
	index: number,
	request: VendorRequest,
	answer: Answer,
	what: string,
): Failure {
	const { status, body } = answer;
	const repeat = request.repeat ?? operation.repeat;
	const isJson = typeof body === 'object' && body !== null;
	if (request.method === 'GET' || (repeat === 'safe' && !isJson)) {
		const usual = isJson ? 'Run it again later.' : 'Check the Base URL in the credential.';
		const advice = operation.adviceOn?.(answer) ?? usual;
		return new Failure('failed', `${what}.`, advice, status);
	}
	if (repeat === 'never' || operation.keyHeader) record.unclear(index, what);
	return unknownOf(vendor, operation, what, request.phoneNumber, status);
}
