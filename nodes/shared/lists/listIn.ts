import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { Failure } from '../contract/failure';

const NO_LIST = 'The answer holds no list.';
const CHECK = 'Check the Base URL in the credential';

/** The rows of an answer; an answer without a list is not an empty list. */
export function listIn(rows: unknown): IDataObject[] {
	if (Array.isArray(rows)) return rows as IDataObject[];
	throw new Failure('failed', NO_LIST, `${CHECK}.`);
}

/** The same for a list of the form, where the value can be typed instead. */
export function listFor(context: ILoadOptionsFunctions, rows: unknown): unknown[] {
	if (Array.isArray(rows)) return rows;
	const description = `${CHECK}, or type the value.`;
	throw new NodeOperationError(context.getNode(), NO_LIST, { description });
}
