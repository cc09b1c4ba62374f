import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { AlturApi } from '../../credentials/AlturApi.credentials.ts';
import { accountOf } from '../../nodes/shared/send/account.ts';
import { exchange } from '../../nodes/shared/send/exchange.ts';
import type { Answer } from '../../nodes/shared/contract/request.ts';
import type { Lost } from '../../nodes/shared/send/effect.ts';
import type { VendorRequest } from '../../nodes/shared/contract/request.ts';
import { strictContext } from './strictContext.mts';
import type { FullAnswer } from './strictContext.mts';

/** One request through n8n's HTTP helper: what left, and what the engine makes of what came. */
export async function oneRequest(
	request: Partial<VendorRequest>,
	comes: Partial<FullAnswer> | (() => never),
	credential: ICredentialDataDecryptedObject = {},
	timeoutMs = 9_000,
): Promise<{ happening: Answer & Lost; sent: IHttpRequestOptions | undefined }> {
	const data = { apiKey: 'key-of-a-test', baseUrl: 'https://vendor.example/v1/', ...credential };
	const { context, sent } = strictContext({
		parameters: {},
		credential: { type: new AlturApi(), data },
		answer: () =>
			typeof comes === 'function' ? comes() : { statusCode: 200, headers: {}, body: {}, ...comes },
	});
	const account = await accountOf(context, 'alturApi');
	const whole: VendorRequest = { method: 'GET', url: '/calls', ...request };
	const happening = await exchange(context, account, whole, timeoutMs);
	return { happening: happening as Answer & Lost, sent: sent[0] };
}
