import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Answer, VendorRequest } from '../contract/request';

/** What is kept of a request that must not go out twice. Without an answer its outcome is unknown. */
interface Entry extends IDataObject {
	/** What was asked for, of whom. */
	of: string;
	answer?: { status: number; body: IDataObject };
	/** Why the outcome is unknown. */
	why?: string;
	/** The idempotency key it went out under. */
	key?: string;
}

/** Tells one row's request from another that an edit put in its place; texts may differ, the deed is the same. */
const nameOf = ({ method, url, phoneNumber = '' }: VendorRequest): string =>
	[method, url, phoneNumber].join(' ').trim();

/** What an earlier try of a row left: an answer, or why its outcome is unknown. */
export type Earlier = { answer: Answer } | { unknown: string; key?: string } | undefined;

const UNTOLD = 'An earlier try of this execution sent this row and got no answer';

/**
 * Remembers what this run sent. Scope: one run of one node in one execution. Lifetime: with the
 * execution's stored data, so it outlives Retry On Fail and Executions › Retry. Size: one entry a row.
 * Cleared when the node succeeds, because it would double the stored execution.
 */
export class SendRecord {
	private readonly context: IDataObject;
	private readonly key: string;

	constructor(host: IExecuteFunctions) {
		this.context = host.getContext('node') as IDataObject;
		this.key = `sent:${host.getWorkflowDataProxy(0).$runIndex as number}`;
	}

	/** What an earlier try of this row left: an answer, or a request whose outcome is unknown. */
	earlier(index: number, request: VendorRequest): Earlier {
		const entry = this.entries[index] as Entry | undefined;
		// After an edit and Executions › Retry the same row may ring another number: that is another call.
		if (!entry || entry.of !== nameOf(request)) return undefined;
		return entry.answer
			? { answer: { ...entry.answer, headers: {} } }
			: { unknown: entry.why ?? UNTOLD, ...(entry.key ? { key: entry.key } : {}) };
	}

	/** To be called before the request leaves. */
	leaving(index: number, request: VendorRequest, key?: string): void {
		this.entries[index] = { of: nameOf(request), ...(key ? { key } : {}) };
	}

	answered(index: number, { status, body }: Answer): void {
		(this.entries[index] as Entry).answer = { status, body: body as IDataObject };
	}

	/** No clear answer came; `why` is told again should the row come back. */
	unclear(index: number, why: string): void {
		(this.entries[index] as Entry).why = why;
	}

	notPlaced(index: number): void {
		delete this.entries[index];
	}

	clear(): void {
		delete this.context[this.key];
	}

	private get entries(): IDataObject {
		this.context[this.key] ??= {};
		return this.context[this.key] as IDataObject;
	}
}
