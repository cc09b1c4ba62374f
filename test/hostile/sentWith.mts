import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from '../contract/case.mts';
import { merged } from '../contract/placed.mts';
import type { VendorServer } from '../support/vendorServer.mts';
import { answering } from './answering.mts';
import { attack, detailsOf } from './attack.mts';
import { templatesOf, withoutWaits } from './targets.mts';
import type { Target } from './targets.mts';

/** A body as it compares: without the signature of its execution, and with one of several rows that are the same. */
function comparable(body: string): string {
	const plain = body.replace(/signature=\w+/, 'signature');
	const [first] = /\{[^{}]*\}(?=(,\{[^{}]*\})*\]\}$)/.exec(plain) ?? [];
	return first === undefined ? plain : plain.replaceAll(`${first},`, '');
}

/** What leaves and what comes out of an operation with these parameters beside its smallest ones; the vendor answers as its contract says. */
export async function sentWith(
	target: Target,
	server: VendorServer,
	more: IDataObject,
	items: IDataObject[],
) {
	answering(server, await templatesOf(target));
	const parameters = withoutWaits(merged(target.smallest.parameters, more) as Parameters);
	const onError = 'continueRegularOutput' as const;
	const ran = await attack(target, server, { parameters, items, onError });
	const sent = server.arrived.map(
		({ method, target: url, body }) => `${method} ${url} ${comparable(body)}`,
	);
	return { outcomes: ran.items.map(detailsOf), sent: new Set(sent), hints: ran.hints };
}
