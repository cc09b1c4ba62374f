import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Session } from './session.mts';

export interface NewCredential {
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** What the credentials page of the editor can do. */
export function credentials(session: Session) {
	const credentialsList = async () => await session.get<StoredCredential[]>('/rest/credentials');

	const createCredential = async (credential: NewCredential) =>
		await session.post<StoredCredential>('/rest/credentials', credential);

	/** Creates the credential, or gives the one of that name this data. */
	const saveCredential = async (credential: NewCredential) => {
		const same = (await credentialsList()).find(({ name }) => name === credential.name);
		if (!same) return await createCredential(credential);
		return await session.patch<StoredCredential>(`/rest/credentials/${same.id}`, credential);
	};

	/** The editor's Test button. */
	const testCredential = async (id: string, credential: NewCredential) =>
		await session.post<CredentialTest>('/rest/credentials/test', {
			credentials: { id, ...credential },
		});

	return { credentialsList, createCredential, saveCredential, testCredential };
}
