import type { AlturControl } from './altur/control.mts';
import { alturVendor } from './altur/vendor.mts';
import type { GuruSupControl } from './gurusup/control.mts';
import { guruSupVendor } from './gurusup/vendor.mts';
import { openSandbox } from './shared/sandbox.mts';
import type { Sandbox } from './shared/sandbox.mts';
import type { Settings } from './shared/settings.mts';
import type { ZaiaControl } from './zaia/control.mts';
import { zaiaVendor } from './zaia/vendor.mts';

export type { Sandbox } from './shared/sandbox.mts';
export type { AlturControl } from './altur/control.mts';
export type { GuruSupControl } from './gurusup/control.mts';
export type { ZaiaControl } from './zaia/control.mts';
export type { RecordedRequest } from './shared/requestLog.mts';
export type { Fault, FaultRule } from './shared/faults.mts';

/** Where to listen, and settings that differ from the defaults. */
export type SandboxOptions = Partial<Settings> & { host?: string; port?: number };

/** The sandbox and what tests may do to each vendor behind its API. */
export type FullSandbox = Sandbox & {
	altur: AlturControl;
	gurusup: GuruSupControl;
	zaia: ZaiaControl;
};

/** Starts the vendors on this machine; port 0 or none takes a free one. */
export async function startSandbox(options: SandboxOptions = {}): Promise<FullSandbox> {
	const { host = '127.0.0.1', port = 0, ...settings } = options;
	const { sandbox, vendors } = await openSandbox(
		(around) => ({ altur: alturVendor(around), gurusup: guruSupVendor(), zaia: zaiaVendor() }),
		{ ...settings, host, port },
	);
	const { altur, gurusup, zaia } = vendors;
	return {
		...sandbox,
		altur: altur.controls,
		gurusup: gurusup.controls,
		zaia: zaia.controls,
	};
}

const isMain = (): boolean => /[\\/]sandbox[\\/]start\.mts$/.test(process.argv[1] ?? '');

if (isMain()) void import('./serve.mts').then(({ serve }) => serve());
