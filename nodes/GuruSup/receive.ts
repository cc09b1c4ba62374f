import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { acknowledge, refuse, reject } from '../shared/webhooks/respond';
import { isRepeat, Repeats } from '../shared/webhooks/duplicates';
import { identityAt } from '../shared/webhooks/identity';
import { sameSecret } from '../shared/webhooks/sameSecret';
import { webhookCredential } from '../shared/webhooks/credential';
import { deliveredIn, itemOf, withHeaders } from './delivery';
import { isWanted, keyShown, namesOf } from './webhook';

/** Deliveries remembered by all GuruSup Triggers of this process together; about 100 bytes each. */
const repeats = new Repeats(50_000);

/**
 * Takes one delivery of the webhook. Source: GuruSup's page, "Webhook": a POST whose header x-api-key
 * holds the organisation's key, which is all the authentication there is.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	const shown = keyShown(request);
	if (shown === '') return refuse(context);
	const { apiKey } = await webhookCredential(context, 'guruSupApi');
	if (!sameSecret(shown, String(apiKey ?? '').trim())) return refuse(context);
	const delivered = deliveredIn(request);
	if ('problem' in delivered) return reject(context, delivered.problem);
	const { json } = delivered;
	const options = context.getNodeParameter('options', {}) as IDataObject;
	if (!isWanted(json, namesOf(options.eventNames))) return acknowledge(context);
	const repeatKey = String(options.repeatKey ?? '').trim();
	const identity =
		repeatKey === '' ? undefined : identityAt(json, request.rawBody, repeatKey.split('.'));
	if (await isRepeat(context, repeats, identity)) return acknowledge(context);
	const item = options.includeHeaders === true ? withHeaders(json, request) : itemOf(json);
	// Answered only once the execution has started; an empty text keeps n8n's own words away.
	return { workflowData: [[{ json: item }]], webhookResponse: '' };
}
