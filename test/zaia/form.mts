import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';
import { ZaiaApi } from '../../credentials/ZaiaApi.credentials.ts';
import { Zaia } from '../../nodes/Zaia/Zaia.node.ts';
import { zaiaKey, zaiaPrefix } from '../../sandbox/zaia/address.mts';
import { openListOf } from '../support/openList.mts';

/** Opens a list of the form as n8n's editor does, with the node's other fields as they stand. */
export const openList = async (
	sandbox: { url: string },
	search: keyof Zaia['methods']['listSearch'],
	fields: IDataObject = {},
	filter?: string,
	token?: string,
	apiKey = zaiaKey,
): Promise<INodeListSearchResult> =>
	await openListOf({
		type: new Zaia(),
		credential: new ZaiaApi(),
		data: { apiKey, baseUrl: sandbox.url + zaiaPrefix },
		search,
		fields,
		filter,
		token,
	});
