import { simplifyField } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { campaign } from '../../fields';
import { countedId } from '../../ids';
import { campaignIn, simpleCampaign } from './answer';

/** Source: Altur's page "GET /campaigns/{id}". */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a campaign',
		description: 'Retrieve a campaign: its status, its agent and its figures',
	},
	repeat: 'safe',
	properties: [campaign, simplifyField],
	request: (read) => ({ method: 'GET', url: `/campaigns/${countedId(read, 'campaignId')}` }),
	output: (body, read) =>
		read.flag('simplify') ? simpleCampaign(campaignIn(body)) : campaignIn(body),
};
