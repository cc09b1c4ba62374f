import { GuruSupApi } from '../../credentials/GuruSupApi.credentials.ts';
import { GuruSup } from '../../nodes/GuruSup/GuruSup.node.ts';
import { GuruSupTrigger } from '../../nodes/GuruSup/GuruSupTrigger.node.ts';
import { guruSupCases, guruSupRefusals } from '../contract/gurusup.mts';
import type { VendorUnderTest } from '../vendors.mts';
import { surface } from './surface.mts';

export const vendor: VendorUnderTest = {
	folder: 'GuruSup',
	action: { file: 'GuruSup/GuruSup', type: new GuruSup() },
	triggers: [{ file: 'GuruSup/GuruSupTrigger', type: new GuruSupTrigger() }],
	credential: { file: 'GuruSupApi', type: new GuruSupApi() },
	contract: 'sandbox/gurusup/contract.yaml',
	header: 'x-api-key',
	signed: (key) => key,
	cases: guruSupCases,
	refusals: guruSupRefusals,
	unreachable: {},
	surface,
	searched: ['support', 'helpdesk', 'soporte', 'atención al cliente', 'atendimento'],
	ringing: [],
	warned: [],
};
