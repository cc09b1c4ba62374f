import type { IDataObject } from 'n8n-workflow';
import type { Reply, VendorServer } from '../support/vendorServer.mts';
import { attack } from './attack.mts';
import type { Attacked } from './attack.mts';
import { targets, withoutWaits } from './targets.mts';

const json = { 'content-type': 'application/json' };
/** A vendor's answer in JSON, 200 unless told. */
export const answer = (body: unknown, more: Partial<Reply> = {}): Reply => ({
	status: 200,
	headers: json,
	body: typeof body === 'string' ? body : JSON.stringify(body),
	...more,
});

/** One row through an operation, its requests being answered in this order. */
export async function once(
	server: VendorServer,
	resource: string,
	operation: string,
	replies: Reply[],
	parameters: IDataObject = {},
): Promise<Attacked> {
	const target = targets.find((one) => one.resource === resource && one.operation === operation)!;
	server.answer((_request, serial) => replies[Math.min(serial, replies.length) - 1]!);
	return await attack(target, server, {
		parameters: withoutWaits({ ...target.smallest.parameters, ...parameters }),
		items: [{}],
		onError: 'continueRegularOutput',
	});
}
