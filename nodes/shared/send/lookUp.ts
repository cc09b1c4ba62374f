import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { Vendor } from '../contract/operation';
import type { VendorRequest } from '../contract/request';
import { accountOf } from './account';
import { meant, saysNo } from './acceptance';
import { isAnswer, verdictOf } from './effect';
import { exchange } from './exchange';
import { happeningWords } from './failures';

const TIMEOUT_MS = 15_000;

const TYPE_IT = 'The list cannot be shown; switch the field from "From List" and type the value.';

/** One read for the form while a workflow is drawn. Throws with the vendor's words; the field takes typed values still. */
export async function ask(
	context: ILoadOptionsFunctions | IExecuteFunctions,
	vendor: Vendor,
	request: VendorRequest,
	description = TYPE_IT,
): Promise<unknown> {
	const account = await accountOf(context, vendor.credential);
	const happening = meant(await exchange(context, account, request, TIMEOUT_MS));
	const isGood = isAnswer(happening) && verdictOf(happening) === 'accepted';
	if (isGood && !saysNo(happening.body)) return happening.body;
	throw new NodeOperationError(context.getNode(), `${happeningWords(vendor, happening)}.`, {
		description,
	});
}

const KEPT_MS = 5 * 60_000;

const MOST_KEPT = 4;

/**
 * Answers that are large and change seldom. Scope: this process, by account and address. Lifetime: five minutes.
 * Size: the latest four. Cleared by time, by later ones, and where the read failed.
 */
const kept = new Map<string, { until: number; answer: Promise<unknown> }>();

/** The same, once for all that ask within some minutes. */
export async function askOnce(
	context: ILoadOptionsFunctions | IExecuteFunctions,
	vendor: Vendor,
	request: VendorRequest,
	description?: string,
): Promise<unknown> {
	const { fingerprint } = await accountOf(context, vendor.credential);
	const name = `${vendor.name} ${fingerprint} ${request.url}`;
	const known = kept.get(name);
	if (known && known.until > performance.now()) return await known.answer;
	const answer = ask(context, vendor, request, description);
	kept.delete(name);
	kept.set(name, { until: performance.now() + KEPT_MS, answer });
	for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old);
	void answer.catch(() => kept.get(name)?.answer === answer && kept.delete(name));
	return await answer;
}
