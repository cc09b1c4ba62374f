import { request } from 'undici';
import { agents } from '../../sandbox/altur/agents.mts';
import { alturKey, alturPrefix } from '../../sandbox/altur/address.mts';
import { startSandbox } from '../../sandbox/start.mts';
import type { FullSandbox, SandboxOptions } from '../../sandbox/start.mts';

/** What the tests read of any answer of Altur or of the control API. */
export interface AnswerBody {
	id: string;
	status: string;
	detail: string;
	message: string;
	blocked: boolean;
	answered_by: string | null;
	started_at: string;
	ended_at: string;
	duration: number;
	calls: unknown;
	thread: { id: string; end_user: { display_name: string } };
	messages: unknown[];
	total_count: number;
	campaign: { id: number; status: string; archived: boolean; analytics: Record<string, number> };
	campaigns: Array<{
		id: number;
		status: string;
		created_at: string;
		agent: { id: string; name: string };
	}>;
	pagination: { has_next: boolean; next_cursor: string | null };
	contact: { name: string };
	contacts: unknown[];
	summary: Record<'created' | 'updated' | 'skipped_duplicate' | 'failed', number>;
	results: unknown[];
}

/** An answer as it came over the socket. */
export interface Answered {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	body: AnswerBody;
}

/** What may differ from a plain request with the valid key. */
export interface AskOptions {
	key?: string;
	headers?: Record<string, string>;
	raw?: string;
}

/** A sandbox and a client of its Altur. */
export interface Lab {
	sandbox: FullSandbox;
	ask(method: string, path: string, body?: unknown, options?: AskOptions): Promise<Answered>;
	call(number: string, more?: Record<string, unknown>): Promise<Answered>;
	/** Asks the control API. */
	control(method: string, path: string, body?: unknown): Promise<Answered>;
	/** Answers of the sandbox that broke the contract. */
	broken: string[];
}

async function send(
	url: string,
	method: string,
	body: string | undefined,
	headers: Record<string, string>,
): Promise<Answered> {
	const answer = await request(url, { method, body, headers });
	const text = await answer.body.text();
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		json = undefined;
	}
	return { status: answer.statusCode, headers: answer.headers, text, body: json as AnswerBody };
}

const json = { 'content-type': 'application/json' };

/** Starts a sandbox for a test file; every answer is held against the contract. */
export async function openLab(options: SandboxOptions = {}): Promise<Lab> {
	const sandbox = await startSandbox(options);
	const broken: string[] = [];
	const lab: Lab = {
		sandbox,
		broken,
		async ask(method, path, body, { key = `api-key ${alturKey}`, headers, raw } = {}) {
			const url = sandbox.url + alturPrefix + path;
			const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
			const authorization: Record<string, string> = key ? { authorization: key } : {};
			const type = text === undefined ? {} : json;
			const answer = await send(url, method, text, { ...authorization, ...type, ...headers });
			if (answer.body !== undefined && sandbox.operationOf('altur', method, path)) {
				const { status } = answer;
				const problems = sandbox.judgeAnswer('altur', method, path, status, answer.body);
				broken.push(...problems.map((problem) => `${method} ${path} ${status}: ${problem}`));
			}
			return answer;
		},
		call: (number, more) =>
			lab.ask('POST', '/call', {
				agent_id: agents.diana.id,
				phone_number_to: number,
				...more,
			}),
		control: (method, path, body) =>
			send(
				`${sandbox.url}/sandbox/${path}`,
				method,
				body === undefined ? undefined : JSON.stringify(body),
				body === undefined ? {} : json,
			),
	};
	return lab;
}

/** A reserved number: +52 55 5000 0NNN. */
export const reserved = (digits: string): string => `+525550000${digits}`;

/** Waits until something holds, and says what did not if it never does. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
	const latest = Date.now() + 60_000;
	while (!(await holds())) {
		if (Date.now() > latest) throw new Error(`Waited in vain until ${what}`);
		await new Promise((resume) => setTimeout(resume, 10));
	}
}
