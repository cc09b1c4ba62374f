import { createHash } from 'crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NOT_AGAIN } from '../contract/onError';
import type { VendorRequest } from '../contract/request';
import type { Gate, Pass, Row } from '../contract/row';

const MEMORY = 'sentAsTool';

/** A call is told by whom it rings; anything else by its content, of which no text is kept. */
function nameOf({ method, url, line, body }: VendorRequest): string {
	const content = JSON.stringify(body ?? {});
	const what = line ?? createHash('sha256').update(content).digest('base64').slice(0, 22);
	return [method, url, what].join(' ');
}

const mayRepeat = ({ read, request }: Row): boolean =>
	request.phoneNumber !== undefined && read.within('options').flag('allowSameNumber');

function pass({ phoneNumber }: VendorRequest, isAccepted: boolean): Pass {
	if (!isAccepted) {
		const what = phoneNumber ? `The call to ${phoneNumber}` : 'The same';
		const message = `${what} was tried before in this execution and may have taken place; it is not sent again. ${NOT_AGAIN}`;
		return { outcome: 'unknown', message };
	}
	const what = phoneNumber ? `${phoneNumber} was called` : 'the same was sent and answered';
	const reason = phoneNumber ? 'sameNumber' : 'alreadySent';
	const message = `Skipped: ${what} before in this execution. ${NOT_AGAIN}`;
	return { outcome: 'skipped', reason, message };
}

/**
 * Lets an AI agent do the same thing once: models ask for one call twice at once, or again after they were
 * told not to. Scope: one tool in one execution, each of whose calls is a run of its own. Lifetime: with
 * the execution's stored data. Size: one entry a request. Cleared where nothing took place.
 */
export function onceAsTool(context: IExecuteFunctions): Gate {
	const own = context.getContext('node') as IDataObject;
	own[MEMORY] ??= {};
	/** Whether the vendor accepted it; what is under way or unknown was not, so far. */
	const accepted = own[MEMORY] as Record<string, boolean>;
	/** Rows that made an entry and have no answer: no other may clear it. */
	const mine = new Set<Row>();
	return {
		look: (row) => {
			if (row.request.repeat === 'safe' || mayRepeat(row)) return undefined;
			const name = nameOf(row.request);
			if (name in accepted) return pass(row.request, accepted[name]);
			accepted[name] = false;
			mine.add(row);
			return undefined;
		},
		placed: (row) => {
			mine.delete(row);
			accepted[nameOf(row.request)] = true;
		},
		notPlaced: (row) => {
			if (mine.delete(row)) delete accepted[nameOf(row.request)];
		},
	};
}
