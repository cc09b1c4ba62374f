import type { ICredentialType, INodeType } from 'n8n-workflow';
import { AlturApi } from '../../credentials/AlturApi.credentials.ts';
import { GuruSupApi } from '../../credentials/GuruSupApi.credentials.ts';
import { ZaiaApi } from '../../credentials/ZaiaApi.credentials.ts';
import { Altur } from '../../nodes/Altur/Altur.node.ts';
import { GuruSup } from '../../nodes/GuruSup/GuruSup.node.ts';
import { Zaia } from '../../nodes/Zaia/Zaia.node.ts';
import { alturCases, alturRefusals } from './altur.mts';
import type { Case, Refusal } from './case.mts';
import { guruSupCases, guruSupRefusals } from './gurusup.mts';
import { zaiaCases, zaiaRefusals } from './zaia.mts';

/** One vendor's action node and all that is said of it here. */
export interface Subject {
	name: string;
	node: INodeType;
	credential: ICredentialType;
	contract: string;
	baseUrl: string;
	/** The header that carries the key, and how. */
	header: string;
	signed: (key: string) => string;
	cases: Case[];
	refusals: Refusal[];
	/** What the contract allows and the form does not offer, and why. */
	unreachable: Record<string, string>;
}

const undocumented = 'Altur names the schedule of cycles without saying what it looks like';

const baseUrlOf = ({ properties }: ICredentialType): string =>
	String(properties.find(({ name }) => name === 'baseUrl')?.default);

const subject = (one: Omit<Subject, 'baseUrl'>): Subject => ({
	...one,
	baseUrl: baseUrlOf(one.credential),
});

export const subjects: Subject[] = [
	subject({
		name: 'Altur',
		node: new Altur(),
		credential: new AlturApi(),
		contract: 'sandbox/altur/contract.yaml',
		header: 'Authorization',
		signed: (key) => `api-key ${key}`,
		cases: alturCases,
		refusals: alturRefusals,
		unreachable: {
			'createCampaign body cycles.schedule': undocumented,
			'updateCampaign body cycles.schedule': undocumented,
		},
	}),
	subject({
		name: 'GuruSup',
		node: new GuruSup(),
		credential: new GuruSupApi(),
		contract: 'sandbox/gurusup/contract.yaml',
		header: 'x-api-key',
		signed: (key) => key,
		cases: guruSupCases,
		refusals: guruSupRefusals,
		unreachable: {},
	}),
	subject({
		name: 'Zaia',
		node: new Zaia(),
		credential: new ZaiaApi(),
		contract: 'sandbox/zaia/contract.yaml',
		header: 'authorization',
		signed: (key) => key,
		cases: zaiaCases,
		refusals: zaiaRefusals,
		unreachable: { 'getOpenapi itself': 'Only the lists of the form read it' },
	}),
];
