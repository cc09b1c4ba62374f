import type { LiveVendor } from '../live/probes.mts';

/** What others must know of a vendor to reach it: the host's credentials, tests, and `check:live`. */
export interface AboutVendor {
	/** As people write the name. */
	title: string;
	credential: {
		/** Name of the credential type. */
		type: string;
		/** Opens the sandbox at this address. */
		data: (origin: string) => Record<string, string>;
	};
	/** How to look at the real vendor with a real key. */
	live: LiveVendor;
}
