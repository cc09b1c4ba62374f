import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import type { Case, Refusal } from './contract/case.mts';
import type { VendorSurface } from './form/surfaceGrammar.mts';

/** A node with where it is below `nodes/`. */
export interface Placed {
	file: string;
	type: INodeType;
}

/** One vendor as the tests know it. */
export interface VendorUnderTest {
	/** The folder below `nodes/`. */
	folder: string;
	action: Placed;
	triggers: Placed[];
	credential: { file: string; type: ICredentialType };
	contract: string;
	/** The header that carries the key, and how. */
	header: string;
	signed: (key: string) => string;
	/** Exact requests, and what must not be sent. */
	cases: Case[];
	refusals: Refusal[];
	/** What the contract allows and the form does not offer, and why. */
	unreachable: Record<string, string>;
	surface: VendorSurface;
	/** Words that people type to find the nodes. */
	searched: string[];
	/** Operations after which someone's phone may ring, as `resource: operation`. */
	ringing: string[];
	/** Operations whose form warns that real people are reached. */
	warned: string[];
	/** True where its trigger looks at its credential before it starts. */
	checksActivation?: true;
}

/** Every vendor, found by its folder: `test/<vendor>/vendor.mts`. */
export const vendors: VendorUnderTest[] = globSync('test/*/vendor.mts')
	.sort()
	.map((file) => jest.requireActual<{ vendor: VendorUnderTest }>(resolve(file)).vendor);
