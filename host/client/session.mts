const browserId = 'n8n-nodes-conversational-agents';

export interface Owner {
	email: string;
	password: string;
}

/** A signed-in browser, as far as n8n can tell. */
export interface Session {
	url: string;
	get<T>(path: string): Promise<T>;
	post<T>(path: string, body?: unknown): Promise<T>;
	patch<T>(path: string, body: unknown): Promise<T>;
	delete(path: string): Promise<void>;
	/** An address outside of /rest, answered without n8n's `data` envelope. */
	getPlain<T>(path: string): Promise<T>;
}

interface Settings {
	userManagement: { showSetupOnFirstLoad?: boolean };
}

/** Signs the owner in; on a new n8n it sets the owner up first. */
export async function signIn(url: string, owner: Owner): Promise<Session> {
	const session = openSession(url);
	const { userManagement } = await session.get<Settings>('/rest/settings');
	if (userManagement.showSetupOnFirstLoad) {
		await session.post('/rest/owner/setup', { ...owner, firstName: 'Demo', lastName: 'Owner' });
	} else {
		const { email, password } = owner;
		await session.post('/rest/login', { emailOrLdapLoginId: email, password });
	}
	return session;
}

function openSession(url: string): Session {
	let cookie = '';

	const request = async (method: string, path: string, body?: unknown): Promise<unknown> => {
		const send = async () =>
			await fetch(`${url}${path}`, {
				method,
				headers: { 'browser-id': browserId, 'content-type': 'application/json', cookie },
				body: body === undefined ? undefined : JSON.stringify(body),
			});
		// A busy n8n takes a connection for idle and closes it, request and all: a read goes again.
		const response = await send().catch(async (error: unknown) => {
			if (method !== 'GET') throw error;
			return await send();
		});
		const [given] = response.headers.getSetCookie();
		if (given) cookie = given.split(';', 1)[0] ?? '';
		const text = await response.text();
		if (!response.ok) throw new N8nRefusal(method, path, response.status, text);
		return text === '' ? undefined : JSON.parse(text);
	};

	const enveloped = async <T,>(method: string, path: string, body?: unknown): Promise<T> =>
		((await request(method, path, body)) as { data: T }).data;

	return {
		url,
		get: async (path) => await enveloped('GET', path),
		post: async (path, body = {}) => await enveloped('POST', path, body),
		patch: async (path, body) => await enveloped('PATCH', path, body),
		delete: async (path) => void (await request('DELETE', path)),
		getPlain: async <T,>(path: string) => (await request('GET', path)) as T,
	};
}

/** What n8n said when it did not do as asked. */
export class N8nRefusal extends Error {
	override name = 'N8nRefusal';

	readonly status: number;

	constructor(method: string, path: string, status: number, answer: string) {
		super(`n8n answered ${status} to ${method} ${path}: ${answer.slice(0, 2_000)}`);
		this.status = status;
	}
}
