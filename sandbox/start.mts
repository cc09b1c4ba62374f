import { openSandbox } from './shared/sandbox.mts';
import type { Sandbox } from './shared/sandbox.mts';
import type { Settings } from './shared/settings.mts';
import type { Surroundings } from './shared/vendor.mts';
import { vendorNames, vendors } from './vendors.mts';
import type { VendorName } from './vendors.mts';

export type { Sandbox } from './shared/sandbox.mts';
export type { AlturControl } from './altur/control.mts';
export type { GuruSupControl } from './gurusup/control.mts';
export type { ZaiaControl } from './zaia/control.mts';
export type { RecordedRequest } from './shared/requestLog.mts';
export type { Fault, FaultRule } from './shared/faults.mts';

/** Where to listen, and settings that differ from the defaults. */
export type SandboxOptions = Partial<Settings> & { host?: string; port?: number };

/** What tests may do to each vendor behind its API. */
type Controls = { [Name in VendorName]: ReturnType<(typeof vendors)[Name]['open']>['controls'] };

/** The sandbox and its vendors' controls. */
export type FullSandbox = Sandbox & Controls;

/** Starts the vendors on this machine; port 0 or none takes a free one. */
export async function startSandbox(options: SandboxOptions = {}): Promise<FullSandbox> {
	const { host = '127.0.0.1', port = 0, ...settings } = options;
	const open = (around: Surroundings) =>
		Object.fromEntries(vendorNames.map((name) => [name, vendors[name].open(around)]));
	const opened = await openSandbox(open, { ...settings, host, port });
	const controls = vendorNames.map((name) => [
		name,
		Reflect.get(opened.vendors[name]!, 'controls'),
	]);
	return { ...opened.sandbox, ...(Object.fromEntries(controls) as Controls) };
}

const isMain = (): boolean => /[\\/]sandbox[\\/]start\.mts$/.test(process.argv[1] ?? '');

if (isMain()) void import('./serve.mts').then(({ serve }) => serve());
