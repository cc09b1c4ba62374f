import { NodeOperationError } from 'n8n-workflow';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { Vendor } from '../contract/operation';
import type { VendorRequest } from '../contract/request';
import { accountOf } from './account';
import { meant, saysNo } from './acceptance';
import { isAnswer, verdictOf } from './effect';
import { exchange } from './exchange';
import { happeningWords } from './failures';

const TIMEOUT_MS = 15_000;

/** One read for the form while a workflow is drawn. Throws with the vendor's words; the field takes typed values still. */
export async function ask(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	request: VendorRequest,
): Promise<unknown> {
	const account = await accountOf(context, vendor.credential);
	const happening = meant(await exchange(context, account, request, TIMEOUT_MS));
	const isGood = isAnswer(happening) && verdictOf(happening) === 'accepted';
	if (isGood && !saysNo(happening.body)) return happening.body;
	throw new NodeOperationError(context.getNode(), `${happeningWords(vendor, happening)}.`, {
		description: 'The list cannot be shown; switch the field from "From List" and type the value.',
	});
}
