import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the vendor does with a number's requests: the last two digits but one decide. */
export const plans = ['answers', 'refuses', 'fails', 'hangsUp', 'throttlesOnce', 'denies'] as const;
export type Plan = (typeof plans)[number];

/** A number that the vendor treats this way, after so many milliseconds. */
export const numberFor = (plan: Plan, delay: number, serial: number): string =>
	`+5255${serial.toString().padStart(4, '0')}${plans.indexOf(plan)}${delay}00`;

export interface ScriptedCalls {
	url: string;
	/** Requests by number, in the order of arrival. */
	asked: string[];
	/** Numbers that rang. */
	rang: string[];
	reset(): void;
	close(): Promise<void>;
}

async function numberIn(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const part of request) text += String(part);
	return (JSON.parse(text) as { phone_number_to: string }).phone_number_to;
}

/** A vendor whose answer to a call is written in the number. */
export async function startScriptedCalls(): Promise<ScriptedCalls> {
	const asked: string[] = [];
	const rang: string[] = [];
	const answer = (response: ServerResponse, status: number, body: object) =>
		response
			.writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' })
			.end(JSON.stringify(body));

	const serve = async (request: IncomingMessage, response: ServerResponse) => {
		const number = await numberIn(request);
		const isFirst = !asked.includes(number);
		asked.push(number);
		await new Promise((resolve) => setTimeout(resolve, Number(number.at(-3))));
		const plan = plans[Number(number.at(-4))];
		if (plan === 'refuses') return answer(response, 400, { message: 'No' });
		if (plan === 'denies') return answer(response, 401, { message: 'Who are you?' });
		if (plan === 'throttlesOnce' && isFirst) return answer(response, 429, { detail: 'Slower' });
		rang.push(number);
		if (plan === 'fails') return answer(response, 500, { message: 'Oh' });
		if (plan === 'hangsUp') return response.destroy();
		return answer(response, 200, { id: `call-${number}`, status: 'created' });
	};

	const server = createServer((request, response) => void serve(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		rang,
		reset() {
			asked.length = 0;
			rang.length = 0;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
