import type { IDataObject } from 'n8n-workflow';
import { Failure } from '../contract/failure';

/** The rows of an answer; an answer without a list is not an empty list. */
export function listIn(rows: unknown): IDataObject[] {
	if (Array.isArray(rows)) return rows as IDataObject[];
	throw new Failure('failed', 'The answer holds no list.', 'Check the Base URL in the credential.');
}
