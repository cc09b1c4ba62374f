import { numberOrder } from './numberOrder.mts';

export type ContactStatus =
	'queue' | 'sending' | 'read' | 'failed' | 'retrying' | 'converted' | 'voicemail' | 'answered';

/** What is told about a contact when it is added. */
export interface ContactRow {
	contact?: string;
	name?: string;
	context?: string;
	extracted_data?: Record<string, unknown>;
	f_id?: string;
}

/** Somebody a campaign calls, in the vendor's names. */
export interface Contact {
	f_id: string;
	id: number;
	name: string;
	contact: string;
	status: ContactStatus;
	context: string;
	retries: number;
	has_follow_up: boolean;
	call_count: number;
	billed_duration: number;
	last_call_at: string | null;
	extracted_data: Record<string, unknown>;
	tags: string[];
}

/** What became of a row that was added. */
export interface AddedRow {
	index: number;
	status: 'created' | 'updated' | 'skipped_duplicate' | 'failed';
	id?: string;
	contact?: string;
	error?: 'INVALID_PHONE_NUMBER' | 'MISSING_CONTACT' | 'SERVER_ERROR';
}

const unfinished: ContactStatus[] = ['queue', 'sending', 'retrying'];

const e164 = /^\+[1-9]\d{7,14}$/;
const brokenNumber = '+525550000500';

function refusal(number: string | undefined): AddedRow['error'] {
	if (!number) return 'MISSING_CONTACT';
	if (!e164.test(number)) return 'INVALID_PHONE_NUMBER';
	return number === brokenNumber ? 'SERVER_ERROR' : undefined;
}

/** The contacts of one campaign: one for each number. */
export class Contacts {
	private byId = new Map<number, Contact>();
	private byNumber = new Map<string, Contact>();
	private nextId = 1;

	/** Adds one row; the others do not care what becomes of it. */
	add(row: ContactRow, index: number, ifDuplicate: 'skip' | 'update'): AddedRow {
		const number = row.contact;
		const error = refusal(number);
		if (error || !number) return { index, status: 'failed', contact: number, error };
		const known = this.byNumber.get(number);
		const done = (contact: Contact, status: AddedRow['status']): AddedRow => ({
			index,
			status,
			id: String(contact.id),
			contact: number,
		});
		if (!known) return done(this.create(number, row), 'created');
		if (ifDuplicate === 'skip') return done(known, 'skipped_duplicate');
		const { name, context, extracted_data: data, f_id } = row;
		if (name !== undefined) known.name = name;
		if (context !== undefined) known.context = context;
		if (data !== undefined) known.extracted_data = data;
		if (f_id !== undefined) known.f_id = f_id;
		return done(known, 'updated');
	}

	private create(number: string, row: ContactRow): Contact {
		const contact: Contact = {
			f_id: row.f_id ?? '',
			id: this.nextId,
			name: row.name ?? '',
			contact: number,
			status: 'queue',
			context: row.context ?? '',
			retries: 0,
			has_follow_up: false,
			call_count: 0,
			billed_duration: 0,
			last_call_at: null,
			extracted_data: row.extracted_data ?? {},
			tags: [],
		};
		this.nextId += 1;
		this.byId.set(contact.id, contact);
		this.byNumber.set(number, contact);
		return contact;
	}

	find(id: unknown): Contact | undefined {
		return this.byId.get(Number(id));
	}

	delete(contact: Contact): void {
		this.byId.delete(contact.id);
		this.byNumber.delete(contact.contact);
	}

	all(): Contact[] {
		return [...this.byId.values()];
	}

	/** How many wait to be called or are being called. */
	get unfinished(): number {
		let count = 0;
		for (const { status } of this.byId.values()) if (unfinished.includes(status)) count += 1;
		return count;
	}

	get count(): number {
		return this.byId.size;
	}
}

/** How a person answered reacts; the same number always reacts alike. */
export function isConvinced(number: string): boolean {
	return numberOrder(number) % 3 === 0;
}
