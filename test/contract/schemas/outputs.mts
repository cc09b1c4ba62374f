import { readFileSync } from 'node:fs';
import type { INodeExecutionData } from 'n8n-workflow';
import { parse } from 'yaml';
import { ApiDocument, partOf } from '../../../sandbox/live/document.mts';
import { readContract } from '../../../sandbox/shared/contract.mts';
import type { Place } from '../../form/fields.mts';
import type { Case, Exchange } from '../case.mts';
import { run } from '../run.mts';
import type { Subject } from '../subjects.mts';
import { needWholeAnswer, unforeseen } from './files.mts';
import { sampleOf } from './sample.mts';
import type { Fill } from './sample.mts';
import { merged, shapeOf } from './shape.mts';
import type { Known, Shape } from './shape.mts';

/** An operation's output, as n8n's editor shows it before anything ran. */
export interface OutputSchema extends Place {
	schema: Shape;
}

/** Each operation's first case, which sets what is required and leaves the rest as the form has it. */
export const plainCases = ({ cases }: Subject): Case[] =>
	cases.filter(
		({ parameters: { resource, operation } }, at) =>
			at ===
			cases.findIndex(
				({ parameters }) => parameters.resource === resource && parameters.operation === operation,
			),
	);

/**
 * Runs every operation with answers made from the vendor's contract, and describes what comes out of the
 * node.
 */
export async function outputSchemas(subject: Subject): Promise<OutputSchema[]> {
	const document = new ApiDocument(parse(readFileSync(subject.contract, 'utf8')));
	const { operationOf } = await readContract(subject.contract);

	const answered = (exchange: Exchange, fill: Fill): { exchange: Exchange; known: Known } => {
		const [request, { status }] = exchange;
		const { method = '', path = '' } = operationOf(request.method, request.path) ?? {};
		const operation = document.operations().get(`${method.toUpperCase()} ${path}`);
		const schema = document.answerSchema(partOf(operation), status);
		if (!schema) return { exchange, known: () => undefined };
		const sample = sampleOf(document, schema, fill);
		// Where nothing is required, nothing is no answer to a change: it does not say that it was done.
		const isEmpty = JSON.stringify(sample.body) === '{}';
		const { body, known } = isEmpty ? sampleOf(document, schema, 'all') : sample;
		return { exchange: [request, { status, body }], known };
	};

	const shapeFrom = async (it: Case, fill: Fill): Promise<Shape> => {
		const answers = it.exchanges.map((exchange) => answered(exchange, fill));
		const { items, message } = await run(subject, {
			...it,
			exchanges: answers.map(({ exchange }) => exchange),
		});
		if (items.length === 0) throw new Error(`Nothing came out: ${message}`);
		const known: Known = (...asked) =>
			answers.map((one) => one.known(...asked)).find((shape) => shape !== undefined);
		return merged(items.map(({ json }: INodeExecutionData) => shapeOf(json, known)));
	};

	const schemas: OutputSchema[] = [];
	for (const it of plainCases(subject)) {
		const { resource, operation } = it.parameters;
		const name = `${subject.name} ${resource} ${operation}`;
		if (unforeseen.includes(name)) continue;
		const least = needWholeAnswer.includes(name) ? 'all' : 'required';
		const schema = merged([await shapeFrom(it, 'all'), await shapeFrom(it, least)]);
		schemas.push({ resource, operation, schema });
	}
	return schemas;
}
