import type { Operation } from 'openapi-backend';
import { addPageRoutes } from '../page/routes.mts';
import { snapshotOf } from '../page/snapshot.mts';
import { startClock } from './clock.mts';
import { readContract } from './contract.mts';
import type { Contract } from './contract.mts';
import { addControlRoutes } from './controlRoutes.mts';
import { Dialled } from './dialled.mts';
import type { DialledBy } from './dialled.mts';
import { Faults } from './faults.mts';
import type { FaultRule } from './faults.mts';
import { createHttpServer } from './httpServer.mts';
import { SlidingSecond } from './pace.mts';
import { Refusals } from './refusals.mts';
import { RequestLog } from './requestLog.mts';
import type { RecordedRequest, RequestCounts } from './requestLog.mts';
import { refuseOtherSites } from './sameSite.mts';
import { defaultSettings } from './settings.mts';
import type { Settings } from './settings.mts';
import { addVendorRoutes } from './vendorRoutes.mts';
import type { Surroundings, Vendor } from './vendor.mts';

/** A running sandbox: the vendors on this machine, and what happened to them. */
export interface Sandbox {
	/** `http://127.0.0.1:<port>` */
	url: string;
	requests(vendor?: string): RecordedRequest[];
	counts(vendor: string): RequestCounts;
	/** How often each number rang. */
	dialled(by?: DialledBy): Record<string, number>;
	state(vendor: string): unknown;
	settings: Readonly<Settings>;
	set(settings: Partial<Settings>): Readonly<Settings>;
	/** Orders a fault. */
	fail(rule: FaultRule): void;
	/** Takes back all faults that were ordered. */
	heal(): void;
	/** The contract's operation for a request, its path below the vendor's base URL. */
	operationOf(vendor: string, method: string, path: string): Operation | undefined;
	/** How an answer breaks the contract; empty if it keeps it. */
	judgeAnswer(
		vendor: string,
		method: string,
		path: string,
		status: number,
		body: unknown,
	): string[];
	/** Forgets requests, state, faults and changed settings. */
	reset(): void;
	close(): Promise<void>;
}

/** Starts the given vendors on one server. */
export async function openSandbox<Vendors extends Record<string, Vendor>>(
	vendorsIn: (surroundings: Surroundings) => Vendors,
	{ host, port, ...changed }: Partial<Settings> & { host: string; port: number },
): Promise<{ sandbox: Sandbox; vendors: Vendors }> {
	const initial: Settings = { ...defaultSettings, ...changed };
	const settings: Settings = { ...initial };
	const clock = startClock(settings.speed);
	const dialled = new Dialled();
	const faults = new Faults();
	const log = new RequestLog();
	const refusals = new Refusals();
	let url = '';
	const named = vendorsIn({ clock, settings, dialled, url: () => url });
	const vendors = Object.values(named);
	const contracts = new Map<string, Contract>();
	const paces: SlidingSecond[] = [];
	const server = createHttpServer();
	refuseOtherSites(server);
	for (const vendor of vendors) {
		const contract = await readContract(vendor.contract);
		contracts.set(vendor.name, contract);
		const pace = new SlidingSecond();
		paces.push(pace);
		addVendorRoutes(server, vendor, contract, { settings, faults, log, refusals, pace });
		vendor.control?.(server);
	}
	const set = (more: Partial<Settings>): Settings => {
		Object.assign(settings, more);
		clock.speed = settings.speed;
		log.keepsAll = settings.record === 'all';
		return settings;
	};
	const sandbox: Omit<Sandbox, 'url'> = {
		requests: (vendor) => log.all(vendor),
		counts: (vendor) => log.countsOf(vendor),
		dialled: (by) => dialled.list(by),
		state: (name) => vendors.find((vendor) => vendor.name === name)?.state(),
		settings,
		set,
		fail: (rule) => faults.add(rule),
		heal: () => faults.reset(),
		operationOf: (vendor, method, path) => contracts.get(vendor)?.operationOf(method, path),
		judgeAnswer(vendor, method, path, status, body) {
			const contract = contracts.get(vendor);
			const operation = contract?.operationOf(method, path);
			if (!contract || !operation) return [`no operation ${method} ${path}`];
			return contract.judgeAnswer(operation, status, body);
		},
		reset() {
			for (const vendor of vendors) vendor.reset();
			for (const memory of [log, dialled, faults, refusals, ...paces]) memory.reset();
			set(initial);
		},
		async close() {
			for (const vendor of vendors) vendor.close();
			await server.close();
		},
	};
	addControlRoutes(server, sandbox);
	addPageRoutes(server, () => snapshotOf({ vendors, dialled, refusals, log, settings }));
	set(initial);
	url = await server.listen({ host, port });
	return { sandbox: { ...sandbox, url }, vendors: named };
}
