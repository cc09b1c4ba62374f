import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';
import { AlturApi } from '../../credentials/AlturApi.credentials.ts';
import { Altur } from '../../nodes/Altur/Altur.node.ts';
import { alturPrefix } from '../../sandbox/altur/address.mts';
import { goodKey } from '../support/altur.mts';
import { openListOf } from '../support/openList.mts';

/** Opens a list of the form as n8n's editor does. */
export const openList = async (
	sandbox: { url: string },
	search: keyof Altur['methods']['listSearch'],
	filter?: string,
	token?: string,
	apiKey = goodKey,
	fields: IDataObject = {},
): Promise<INodeListSearchResult> =>
	await openListOf({
		type: new Altur(),
		credential: new AlturApi(),
		data: { apiKey, baseUrl: sandbox.url + alturPrefix },
		search,
		filter,
		token,
		fields,
	});
