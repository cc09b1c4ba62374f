import type { ICredentialType, INodeType } from 'n8n-workflow';
import { vendors } from '../vendors.mts';
import type { VendorUnderTest } from '../vendors.mts';

/** One vendor's action node and all that is said of it here. */
export interface Subject extends Pick<
	VendorUnderTest,
	'contract' | 'header' | 'signed' | 'cases' | 'refusals' | 'unreachable' | 'folder'
> {
	/** As users read it. */
	name: string;
	node: INodeType;
	credential: ICredentialType;
	baseUrl: string;
}

const baseUrlOf = ({ properties }: ICredentialType): string =>
	String(properties.find(({ name }) => name === 'baseUrl')?.default);

export const subjects: Subject[] = vendors.map(({ action, credential, ...vendor }) => ({
	...vendor,
	name: action.type.description.displayName,
	node: action.type,
	credential: credential.type,
	baseUrl: baseUrlOf(credential.type),
}));
