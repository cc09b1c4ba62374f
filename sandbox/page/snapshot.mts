import type { Dialled } from '../shared/dialled.mts';
import type { Refusals } from '../shared/refusals.mts';
import type { RequestLog } from '../shared/requestLog.mts';
import type { Settings } from '../shared/settings.mts';
import type { Vendor } from '../shared/vendor.mts';
import { jsonWithout } from './discreet.mts';
import { failures } from './failures.mts';
import type { Part, Shown, Snapshot } from './grammar.mts';
import { sandboxPart } from './sandboxPart.mts';

/** Where a snapshot looks. */
export interface Scene {
	vendors: Vendor[];
	dialled: Dialled;
	refusals: Refusals;
	log: RequestLog;
	settings: Settings;
}

function vendorPart(vendor: Vendor, log: RequestLog): Part {
	const { name, prefix } = vendor;
	const plain: Shown = { title: name, figures: [], tables: [], actions: [] };
	const shown = vendor.shown?.() ?? plain;
	const { count } = log.countsOf(name);
	return {
		...shown,
		name,
		prefix,
		figures: [{ label: 'Requests', value: count }, ...shown.figures],
		actions: [...shown.actions, ...failures(name)],
	};
}

/** Makes the page's JSON: bounded and without secrets. Nothing is done unless somebody looks. */
export function snapshotOf({ vendors, dialled, refusals, log, settings }: Scene): string {
	const snapshot: Snapshot = {
		at: Date.now(),
		parts: [
			sandboxPart(dialled, refusals, settings),
			...vendors.map((vendor) => vendorPart(vendor, log)),
		],
	};
	const secrets = vendors.flatMap((vendor) => vendor.secrets());
	return jsonWithout(secrets, snapshot);
}
