import { readContract } from '../../sandbox/shared/contract.mts';
import type { Contract } from '../../sandbox/shared/contract.mts';
import type { Answered, Parameters } from '../contract/case.mts';
import { smallestOf } from '../contract/pick.mts';
import type { Smallest } from '../contract/pick.mts';
import { subjects } from '../contract/subjects.mts';
import type { Subject } from '../contract/subjects.mts';
import { deepFields, within } from '../form/fields.mts';
import type { Count } from './attack.mts';
import { surfaces } from '../form/surface.mts';
import type { Arrived, Reply } from '../support/vendorServer.mts';

/** One operation of one vendor, and what it may send. */
export interface Target extends Smallest {
	subject: Subject;
	repeat: 'never' | 'safe' | 'keyed';
	/** How often a row of it may come out. */
	times: Count;
	/** Paths of the fields that take a value themselves. */
	leaves: string[];
	/** Titles of all fields, as the form has them. */
	titles: string[];
}

/** A listing may find nothing or much; what an answer holds besides may be several things. */
function timesOf({ fields }: Smallest): Target['times'] {
	if (fields.some(({ name }) => name === 'limit')) return 'any';
	return fields.some(({ name }) => name === 'phoneNumber') ? 'once' : 'atLeastOnce';
}

/** Every operation of every node, from the nodes' own records. */
export const targets: Target[] = subjects.flatMap((subject) =>
	smallestOf(subject).map((one) => {
		const all = deepFields(one.fields);
		const { repeat } = surfaces[subject.node.description.name]![one.resource]![one.operation]!;
		return {
			...one,
			subject,
			repeat,
			times: timesOf(one),
			leaves: all.filter(([, field]) => within(field).length === 0).map(([path]) => path),
			titles: all.map(([, { displayName }]) => displayName),
		};
	}),
);

export const titleOf = ({ subject, resource, operation }: Target): string =>
	`${subject.name} › ${resource}: ${operation}`;

/** Nothing waits: neither for the pace of the account nor for a call to end. */
export const withoutWaits = (parameters: Parameters): Parameters => ({
	...parameters,
	options: {
		requestsPerSecond: 0,
		maxRetries: 0,
		...(parameters.operation === 'createAndWait'
			? { pollIntervalSeconds: 0.01, maxWaitMinutes: 0.001 }
			: {}),
		...(parameters.options as object | undefined),
	},
});

/** A path of the contract as method and segments; nothing for a segment that an ID fills. */
export interface Template {
	method: string;
	segments: Array<string | undefined>;
	answer: Answered;
	/** True where the contract has an answer without a body. */
	mayBeEmpty: boolean;
	/** True for a read before any row is checked. */
	isLookUp: boolean;
}

const contracts = new Map<string, Promise<Contract>>();

function contractOf({ contract }: Subject): Promise<Contract> {
	const known = contracts.get(contract) ?? readContract(contract);
	contracts.set(contract, known);
	return known;
}

/** The requests that an operation is made of, with what the vendor's contract answers to each. */
export async function templatesOf({
	subject,
	resource,
	operation,
	smallest,
}: Target): Promise<Template[]> {
	const contract = await contractOf(subject);
	const its = subject.cases.filter(
		({ parameters }) => parameters.resource === resource && parameters.operation === operation,
	);
	return [smallest, ...its].flatMap(({ exchanges, lookUps = 0 }) =>
		exchanges.map(([{ method, path }, answer], at) => {
			const known = contract.operationOf(method, path);
			if (!known) throw new Error(`The contract has no ${method} ${path}`);
			const segments = known.path
				.split('/')
				.map((segment) => (segment.startsWith('{') ? undefined : segment));
			const mayBeEmpty = Object.hasOwn(known.responses ?? {}, '204');
			return { method, segments, answer, mayBeEmpty, isLookUp: at < lookUps };
		}),
	);
}

/** Characters that may stand in a segment as they are (RFC 3986), and encoded ones. */
const SEGMENT = /^(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-F]{2})+$/i;

/** The template of a request; nothing where it goes somewhere the operation has no business. */
export function templateFor(
	templates: Template[],
	{ method, target }: { method: string; target: string },
): Template | undefined {
	const segments = (target.split('?')[0] ?? '').split('/');
	return templates.find(
		(template) =>
			template.method === method &&
			template.segments.length === segments.length &&
			template.segments.every((name, at) => {
				const segment = segments[at]!;
				if (name !== undefined) return name === segment;
				return SEGMENT.test(segment) && !['.', '..'].includes(decodeURIComponent(segment));
			}),
	);
}

/** A vendor that answers reads before the check of rows as its contract says, and all else like this. */
export const afterLookUps =
	(templates: Template[], reply: (request: Arrived, serial: number) => Reply) =>
	(request: Arrived, serial: number): Reply => {
		const known = templateFor(templates, request);
		if (!known?.isLookUp) return reply(request, serial);
		const { status, body } = known.answer;
		const headers = { 'content-type': 'application/json' };
		return { status, headers, body: JSON.stringify(body) };
	};
