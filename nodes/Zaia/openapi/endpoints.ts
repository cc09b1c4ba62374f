import type { IDataObject } from 'n8n-workflow';
import { partOf, resolved } from './document';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** One operation of the document, and what it is called by: "POST /api/v1/agents/{id}/execute". */
export interface Endpoint {
	name: string;
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	path: string;
	summary: string;
	isDeprecated: boolean;
	operation: IDataObject;
	/** Of all operations at the path. */
	shared: IDataObject;
}

/** A path that stays below the Base URL, with nothing in it that an address is read by. */
const PATH = /^(?:\/[\w.~!$&'()*+,;=:@{}-]+)+\/?$/;

const staysBelow = (path: string): boolean =>
	PATH.test(path) && !path.split('/').some((segment) => segment === '.' || segment === '..');

const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The endpoints that a document describes, deprecated ones last; those whose path leaves the Base URL are none. */
export function endpointsIn(document: unknown): Endpoint[] {
	const root = partOf(document) ?? {};
	const all = Object.entries(partOf(root.paths) ?? {}).flatMap(([path, item]) => {
		const shared = staysBelow(path) ? resolved(root, item) : undefined;
		if (!shared) return [];
		return METHODS.flatMap((one): Endpoint[] => {
			const operation = partOf(shared[one]);
			if (!operation) return [];
			const method = one.toUpperCase() as Endpoint['method'];
			const summary = words(operation.summary) || words(operation.description);
			const isDeprecated = operation.deprecated === true;
			const name = `${method} ${path}`;
			return [{ name, method, path, summary, isDeprecated, operation, shared }];
		});
	});
	return [
		...all.filter(({ isDeprecated }) => !isDeprecated),
		...all.filter(({ isDeprecated }) => isDeprecated),
	];
}
