import { AlturApi } from '../../credentials/AlturApi.credentials.ts';
import { Altur } from '../../nodes/Altur/Altur.node.ts';
import { AlturTrigger } from '../../nodes/Altur/AlturTrigger.node.ts';
import { alturCases, alturRefusals } from '../contract/altur.mts';
import type { VendorUnderTest } from '../vendors.mts';
import { surface } from './surface.mts';

const fixed = 'Altur never changes it; a row that sets it is refused before anything is sent';
const ringing = ['call: create', 'call: createAndWait', 'campaign: activate', 'campaign: resume'];

export const vendor: VendorUnderTest = {
	folder: 'Altur',
	action: { file: 'Altur/Altur', type: new Altur() },
	triggers: [{ file: 'Altur/AlturTrigger', type: new AlturTrigger() }],
	credential: { file: 'AlturApi', type: new AlturApi() },
	contract: 'sandbox/altur/contract.yaml',
	header: 'Authorization',
	signed: (key) => `api-key ${key}`,
	cases: alturCases,
	refusals: alturRefusals,
	unreachable: {
		'updateCampaign body agent_id': fixed,
		'updateCampaign body integration_id': fixed,
		'updateCampaign body integration_type': fixed,
		'updateCampaign body cycles.enabled': fixed,
		'updateCampaign body cycles.mode': fixed,
	},
	surface,
	searched: ['call', 'voice', 'WhatsApp', 'llamada', 'cobranza', 'campaña', 'ligação', 'cobrança'],
	ringing,
	warned: [...ringing, 'contact: add'],
	checksActivation: true,
};
