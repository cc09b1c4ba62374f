import type { Reader } from '../../../shared/contract/reader';
import { countedId } from '../../ids';

/** The address of one contact of a campaign. */
export const contactUrl = (read: Reader): string =>
	`/campaigns/${countedId(read, 'campaignId')}/contacts/${countedId(read, 'contactId')}`;
