import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { BadInput } from '../contract/failure';
import type { Reader } from '../contract/reader';
import type { VendorRequest } from '../contract/request';
import { asSent } from '../values/sendable';
import type { Unsendable } from '../values/sendable';

/** A place within a field, in the form's titles as far as it has any. */
function titlesOf({ type, options = [] }: INodeProperties, path: string): string {
	const groups = type === 'fixedCollection' ? (options as INodePropertyCollection[]) : [];
	const [name, at, inner, ...rest] = path.split('.');
	const group = groups.find((one) => one.name === name);
	if (!group || inner === undefined) return path;
	const title = group.values.find((one) => one.name === inner)?.displayName ?? inner;
	return [group.displayName, Number(at) + 1, title, ...rest].join(' › ');
}

/** What a field holds; nothing where its expression cannot be read, which is not what is looked for. */
function held(read: Reader, name: string): unknown {
	try {
		return read.raw(name);
	} catch {
		return undefined;
	}
}

/** The field of the form that holds what was found in the request, and where; nothing where none does. */
function placeInForm(
	read: Reader,
	fields: INodeProperties[],
	{ reason }: Unsendable,
): string | undefined {
	for (const field of fields) {
		if (field.type === 'collection') {
			const inside = field.options as INodeProperties[];
			const place = placeInForm(read.within(field.name), inside, { path: '', reason });
			if (place !== undefined) return place;
			continue;
		}
		const { found } = asSent(held(read, field.name));
		if (found?.reason !== reason) continue;
		return [field.displayName, titlesOf(field, found.path)].filter(Boolean).join(' › ');
	}
	return undefined;
}

/**
 * The request as it leaves: a copy of what was checked. What hides in a request of any operation and could not
 * be written as it is must be found now, not on its way.
 */
export function checkedRequest(
	request: VendorRequest,
	read: Reader,
	fields: INodeProperties[],
): VendorRequest {
	const [body, qs] = [asSent(request.body), asSent(request.qs)];
	const found = body.found ?? qs.found;
	if (found) throw new BadInput(placeInForm(read, fields, found) ?? found.path, found.reason);
	return {
		...request,
		...(request.body ? { body: body.plain as VendorRequest['body'] } : {}),
		...(request.qs ? { qs: qs.plain as VendorRequest['qs'] } : {}),
	};
}
