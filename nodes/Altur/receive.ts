import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IHookFunctions,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { acknowledge, refuse, reject } from '../shared/webhooks/respond';
import { isRepeat, Repeats } from '../shared/webhooks/duplicates';
import { webhookCredential } from '../shared/webhooks/credential';
import { callFilterOf, listOf } from './callFilter';
import { identityOf } from './identity';
import { eventIn, isSigned, isWanted, signatureIn, signingKey } from './webhook';
import type { SignatureFormat } from './webhook';

/** Deliveries remembered by all Altur Triggers of this process together; about 100 bytes each. */
const repeats = new Repeats(50_000);

const optionsOf = (context: IHookFunctions | IWebhookFunctions): IDataObject =>
	context.getNodeParameter('options', {}) as IDataObject;

const formatOf = (options: IDataObject): SignatureFormat =>
	options.signatureFormat === 'hex' ? 'hex' : 'base64';

/** Refuses to open a door without a lock: an unsigned event could come from anyone. */
export async function checkSecret(context: IHookFunctions): Promise<boolean> {
	const { webhookSecret } = await context.getCredentials('alturApi');
	const secret = String(webhookSecret ?? '').trim();
	if (signingKey(secret, formatOf(optionsOf(context)))) return true;
	throw new NodeOperationError(
		context.getNode(),
		secret === ''
			? 'The Altur credential has no Webhook Secret'
			: 'The Webhook Secret in the Altur credential is not Base64',
		{
			description:
				'Altur signs its events. Copy the secret that Altur shows beside the webhook into the credential as it stands there, then activate the workflow again. Without it anyone could start this workflow.',
		},
	);
}

/** Takes one delivery of the webhook; whoever cannot sign it learns nothing from the answer. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const request = context.getRequestObject();
	const options = optionsOf(context);
	const format = formatOf(options);
	// What cannot be a signature is refused before n8n has the work of decrypting the credential.
	const signature = signatureIn(request, format);
	if (signature === undefined) return refuse(context);
	// Read anew unless deliveries overlap, so that a secret that was removed opens nothing from then on.
	const { webhookSecret } = await webhookCredential(context, 'alturApi');
	if (!isSigned(request, signature, String(webhookSecret ?? ''), format)) return refuse(context);
	const event = eventIn(request);
	if (!event) return reject(context, 'The body is not a JSON object that n8n can store');
	const events = listOf(context.getNodeParameter('events', []));
	const statuses = listOf(options.campaignStatuses);
	if (!isWanted(event, events, statuses, callFilterOf(options))) return acknowledge(context);
	const identity = options.ignoreRepeats === false ? undefined : identityOf(event, request.rawBody);
	if (await isRepeat(context, repeats, identity)) return acknowledge(context);
	// Answered only once the execution has started; an empty text keeps n8n's own words away.
	return { workflowData: [[{ json: event }]], webhookResponse: '' };
}
