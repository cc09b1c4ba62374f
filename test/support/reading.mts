import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readersOf } from '../../nodes/shared/values/reader.ts';
import type { Reader } from '../../nodes/shared/contract/reader.ts';
import { strict } from './strict.mts';

/** A reader of one row, as an operation gets it; nothing but parameters is there. */
export function reading(
	parameters: Record<string, unknown>,
	fields: INodeProperties[] = [],
	timezone = 'America/Mexico_City',
): Reader {
	const context = strict('context', {
		getNode: () => ({ parameters: parameters as IDataObject }),
		getTimezone: () => timezone,
		getNodeParameter: (name: string, _row: number, fallback?: unknown) =>
			Object.hasOwn(parameters, name) ? parameters[name] : fallback,
	});
	return readersOf(context as unknown as IExecuteFunctions, fields, 'http://127.0.0.1')(0);
}
