import type { AskedExport, ExportDelivery, ExportSettings } from '../../sandbox/zaia/exports.mts';

/** The sandbox's exports, over its control endpoints. */
export function remoteExports(sandbox: { url: string }) {
	const ask = async <T,>(path: string, body?: unknown): Promise<T> => {
		const response = await fetch(`${sandbox.url}/sandbox/zaia/${path}`, {
			method: body === undefined ? 'GET' : 'POST',
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		return (await response.json()) as T;
	};
	return {
		set: async (settings: Partial<ExportSettings>) =>
			await ask<ExportSettings>('exports', settings),
		asked: async () => await ask<AskedExport[]>('exports'),
		deliveries: async () => await ask<ExportDelivery[]>('deliveries'),
		/** Delivers the nth export now, all of them without a number. */
		deliver: async (n?: number) => await ask<ExportDelivery[]>('deliver', { n }),
	};
}
