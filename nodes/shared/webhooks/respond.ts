import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Answers a delivery that starts nothing. Without a text the body is empty: a refusal gives no details. */
function answer(
	context: IWebhookFunctions,
	status: number,
	message?: string,
): IWebhookResponseData {
	const response = context.getResponseObject().status(status);
	if (message === undefined) response.end();
	else response.json({ message });
	return { noWebhookResponse: true };
}

/** Refuses a sender that did not show the right secret; without a word, so that nothing can be learned. */
export const refuse = (context: IWebhookFunctions): IWebhookResponseData => answer(context, 401);

/** Takes a delivery in without starting anything. */
export const acknowledge = (context: IWebhookFunctions): IWebhookResponseData =>
	answer(context, 200);

/** Says what is wrong with a delivery from the right sender. */
export const reject = (context: IWebhookFunctions, message: string): IWebhookResponseData =>
	answer(context, 400, message);

/** Says that nobody waits for this delivery any more, and never will. */
export const gone = (context: IWebhookFunctions, message: string): IWebhookResponseData =>
	answer(context, 410, message);

/** Says that a delivery could not be taken in, through no fault of its sender's. */
export const failed = (context: IWebhookFunctions, message: string): IWebhookResponseData =>
	answer(context, 500, message);
