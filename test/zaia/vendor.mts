import { ZaiaApi } from '../../credentials/ZaiaApi.credentials.ts';
import { Zaia } from '../../nodes/Zaia/Zaia.node.ts';
import { ZaiaTrigger } from '../../nodes/Zaia/ZaiaTrigger.node.ts';
import { zaiaCases, zaiaRefusals } from '../contract/zaia.mts';
import type { VendorUnderTest } from '../vendors.mts';
import { surface } from './surface.mts';

export const vendor: VendorUnderTest = {
	folder: 'Zaia',
	action: { file: 'Zaia/Zaia', type: new Zaia() },
	triggers: [{ file: 'Zaia/ZaiaTrigger', type: new ZaiaTrigger() }],
	credential: { file: 'ZaiaApi', type: new ZaiaApi() },
	contract: 'sandbox/zaia/contract.yaml',
	header: 'authorization',
	signed: (key) => key,
	cases: zaiaCases,
	refusals: zaiaRefusals,
	unreachable: {},
	surface,
	searched: ['chat', 'agent', 'squad', 'ticket', 'conversa', 'atendimento', 'exportação'],
	ringing: [],
	warned: [],
};
