import { alturWebhookSecret as webhookSecret } from '../sandbox/altur/address.mts';
import type { N8nClient, NewCredential, StoredCredential } from './client.mts';

/** One line a vendor: the credentials with which the nodes reach the sandbox. */
export const sandboxCredentials = (sandbox: string): NewCredential[] => [
	{
		name: 'Altur sandbox',
		type: 'alturApi',
		data: { apiKey: 'sandbox-altur-key', baseUrl: `${sandbox}/altur/api/v1.0`, webhookSecret },
	},
	{
		name: 'GuruSup sandbox',
		type: 'guruSupApi',
		data: { apiKey: 'sandbox-gurusup-key', baseUrl: `${sandbox}/gurusup/api/v1` },
	},
	{
		name: 'Zaia sandbox',
		type: 'zaiaApi',
		data: { apiKey: 'sandbox-zaia-key', baseUrl: `${sandbox}/zaia` },
	},
];

/** Stores the sandbox credentials in n8n; those of an earlier start get the new address. */
export async function saveSandboxCredentials(
	n8n: N8nClient,
	sandbox: string,
): Promise<StoredCredential[]> {
	const saved: StoredCredential[] = [];
	for (const credential of sandboxCredentials(sandbox)) {
		saved.push(await n8n.saveCredential(credential));
	}
	return saved;
}
