import type { Handler } from '../../shared/vendor.mts';
import { zaiaError } from '../errors.mts';
import type { AskedExport } from '../exports.mts';
import type { Workspace } from '../workspace.mts';

/** HTTPS as the vendor demands; plain HTTP only to this machine, because this is a sandbox. */
function isAcceptable(callbackUrl: string): boolean {
	const { protocol, hostname } = new URL(callbackUrl);
	return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/** Exports that end with a POST to whoever asked. */
export function exportHandlers(workspace: () => Workspace): Record<string, Handler> {
	return {
		exportChatMessages({ body }) {
			const { callbackUrl, rangeStart, rangeEnd, language } = body as Partial<AskedExport>;
			if (!isAcceptable(callbackUrl ?? '')) return zaiaError(400, 'callbackUrl is not safe');
			const { exports } = workspace();
			exports.start({
				callbackUrl: callbackUrl ?? '',
				rangeStart: rangeStart ?? null,
				rangeEnd: rangeEnd ?? null,
				language: language ?? 'enUs',
			});
			const { when, answerDelayMs } = exports.settings;
			const answer = { status: 200, body: { message: 'Export started' } };
			return when === 'beforeAnswer'
				? { ...answer, fault: { kind: 'slow', delayMs: answerDelayMs } }
				: answer;
		},
	};
}
