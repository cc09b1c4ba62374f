import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { BadInput, Failure, reasonOf } from '../contract/failure';
import type { Operation, Vendor } from '../contract/operation';
import type { Reader } from '../contract/reader';
import type { Row, Settled } from '../contract/row';
import { fieldsOf } from '../form/form';
import { readersOf } from '../values/reader';
import { checkedRequest } from './checkRequest';

/** Checks every row and shapes its request; nothing is sent. */
export function checkRows(
	context: IExecuteFunctions,
	vendor: Vendor,
	operation: Operation,
	baseUrl: string,
	guide?: unknown,
): { rows: Row[]; bad: Settled[] } {
	const fields = fieldsOf(vendor, operation);
	const reader = readersOf(context, fields, baseUrl, guide);
	const checkFlags = flagCheck(fields);
	const rows: Row[] = [];
	const bad: Settled[] = [];
	for (let index = 0; index < context.getInputData().length; index++) {
		const read = reader(index);
		try {
			checkFlags(read);
			const request = checkedRequest(operation.request(read), read, fields);
			// A bundled row is no more than its request: a reader each would be most of the memory.
			const kept = operation.bundle ? (rows[0]?.read ?? read) : read;
			rows.push({ index, read: kept, request, steps: operation.run?.(read, request) });
		} catch (error) {
			bad.push({
				index,
				...typedNumber(operation, () => read.raw('phoneNumber')),
				result: { failure: badRow(error) },
			});
		}
	}
	return { rows, bad };
}

/** Switches are often looked at late; one that is neither on nor off must be found before anything is sent. */
function flagCheck(fields: INodeProperties[]): (read: Reader) => void {
	const switches = (all: INodeProperties[]) =>
		all.filter(({ type }) => type === 'boolean').map(({ name }) => name);
	const outside = switches(fields);
	const options = fields.filter(({ name }) => name === 'options');
	const inside = switches(options.flatMap((field) => field.options as INodeProperties[]));
	return (read) => {
		for (const name of outside) read.flag(name);
		if (inside.length === 0) return;
		const within = read.within('options');
		for (const name of inside) within.flag(name);
	};
}

/** Anything that went wrong while a row was read makes it a bad row: it must not stop the others' check. */
function badRow(error: unknown): Failure {
	const reason = reasonOf(error);
	if (error instanceof BadInput) {
		return new Failure(
			'refused',
			reason,
			'Correct it and run again.',
			undefined,
			`bad ${error.field}`,
		);
	}
	return new Failure('refused', reason, 'Check the expressions of this row.');
}

function typedNumber(operation: Operation, value: () => unknown): { phoneNumber?: string } {
	if (!operation.properties.some((field) => field.name === 'phoneNumber')) return {};
	try {
		return { phoneNumber: String(value() ?? '') };
	} catch {
		return {};
	}
}
