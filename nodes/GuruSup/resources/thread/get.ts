import { createHash } from 'crypto';
import { BadInput } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import type { Reader } from '../../../shared/contract/reader';
import { threadFields } from './fields';

const MD5 = /^[0-9a-f]{32}$/i;

/** What the path takes: "MD5-hash of the original thread_fid". */
function hashOf(read: Reader): string {
	const id = read.text('threadId');
	const identifyBy = read.text('identifyBy');
	if (identifyBy === 'threadFid') return createHash('md5').update(id).digest('hex');
	if (identifyBy !== 'hash')
		throw new BadInput(read.label('identifyBy'), `"${identifyBy}" is neither threadFid nor hash`);
	if (MD5.test(id)) return id;
	throw new BadInput(
		read.label('threadId'),
		`"${id.slice(0, 60)}" is no MD5 hash; if it is the thread's own ID, set Identify By to Thread FID`,
	);
}

/** Source: GuruSup's page, "GET /threads/{thread_fid_hash}". */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a thread',
		description: 'Retrieve a conversation with all its messages',
	},
	repeat: 'safe',
	properties: threadFields,
	request: (read) => ({ method: 'GET', url: `/threads/${hashOf(read)}` }),
};
