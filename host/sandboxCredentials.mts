import { vendorNames, vendors } from '../sandbox/vendors.mts';
import type { N8nClient, NewCredential, StoredCredential } from './client.mts';

/** The credentials with which the nodes reach the sandbox. */
export const sandboxCredentials = (sandbox: string): NewCredential[] =>
	vendorNames.map((name) => {
		const { title, credential } = vendors[name].about;
		return { name: `${title} sandbox`, type: credential.type, data: credential.data(sandbox) };
	});

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
