import type { RequestCounts } from '../../sandbox/shared/requestLog.mts';
import type { Fault, FaultRule, RecordedRequest, Sandbox } from '../../sandbox/start.mts';

export type { Fault, FaultRule, RecordedRequest };

type Settings = Sandbox['settings'];

/** The sandbox of another process, over its control endpoints. */
export function remoteSandbox(url: string) {
	const ask = async <T,>(path: string, body?: unknown): Promise<T> => {
		const response = await fetch(`${url}/sandbox/${path}`, {
			method: body === undefined ? 'GET' : 'POST',
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		if (!response.ok) throw new Error(`Sandbox: ${response.status} ${await response.text()}`);
		return (await response.json()) as T;
	};

	return {
		url,
		/** Every request a vendor received since the last reset. */
		requests: async (vendor = 'altur') =>
			await ask<RecordedRequest[]>(`requests?vendor=${encodeURIComponent(vendor)}`),
		/** What is known of the requests without their content. */
		counts: async (vendor = 'altur') =>
			await ask<RequestCounts>(`requests/count?vendor=${encodeURIComponent(vendor)}`),
		/** How often each number rang. */
		dialled: async () => await ask<Record<string, number>>('dialled'),
		state: async <T,>(vendor = 'altur') => await ask<T>(`state/${vendor}`),
		set: async (settings: Partial<Settings>) => await ask<Settings>('settings', settings),
		fail: async (rule: FaultRule) => void (await ask('faults', rule)),
		reset: async () => void (await ask('reset', {})),
	};
}
