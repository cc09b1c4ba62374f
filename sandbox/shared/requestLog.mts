/** One request as it arrived, without any key. */
export interface RecordedRequest {
	n: number;
	vendor: string;
	method: string;
	/** Path below the vendor's base URL, without the query. */
	path: string;
	query: Record<string, unknown>;
	headers: Record<string, unknown>;
	body: unknown;
	/** Bytes of the body as sent. */
	bodyBytes: number;
	/** Milliseconds since the sandbox started or was reset. */
	at: number;
	operationId: string | null;
	/** The status answered; null while under way; a word where no proper answer was given. */
	status: number | 'reset' | 'silence' | 'cut short' | null;
	/** Requests of this vendor under way when it arrived, itself included. */
	inFlight: number;
}

/** What is known about a vendor's requests without keeping them. */
export interface RequestCounts {
	count: number;
	byOperation: Record<string, number>;
	byStatus: Record<string, number>;
	inFlight: number;
	maxInFlight: number;
	firstAt: number | null;
	lastAt: number | null;
}

const noRequests = (): RequestCounts => ({
	count: 0,
	byOperation: {},
	byStatus: {},
	inFlight: 0,
	maxInFlight: 0,
	firstAt: null,
	lastAt: null,
});

/** Keeps every request in the order of arrival, and running counts. */
export class RequestLog {
	private records: RecordedRequest[] = [];
	private counts = new Map<string, RequestCounts>();
	private startedAt = performance.now();
	private arrived = 0;
	keepsAll = true;

	/** Notes an arrival and completes the record with its number, time and company. */
	arrive(request: Omit<RecordedRequest, 'n' | 'at' | 'inFlight' | 'status'>): RecordedRequest {
		const counts = this.countsOf(request.vendor);
		const at = performance.now() - this.startedAt;
		counts.count += 1;
		counts.inFlight += 1;
		counts.maxInFlight = Math.max(counts.maxInFlight, counts.inFlight);
		counts.firstAt ??= at;
		counts.lastAt = at;
		const operation = request.operationId ?? 'unknown';
		counts.byOperation[operation] = (counts.byOperation[operation] ?? 0) + 1;
		const n = (this.arrived += 1);
		const record = { ...request, n, at, status: null, inFlight: counts.inFlight };
		if (this.keepsAll) this.records.push(record);
		return record;
	}

	/** Notes what was answered. */
	answer(record: RecordedRequest, status: RecordedRequest['status']): void {
		record.status = status;
		const { byStatus } = this.countsOf(record.vendor);
		byStatus[String(status)] = (byStatus[String(status)] ?? 0) + 1;
	}

	/** Notes that a request's connection is free again; one from before a reset is ignored. */
	leave(record: RecordedRequest): void {
		const counts = this.countsOf(record.vendor);
		if (counts.inFlight > 0) counts.inFlight -= 1;
	}

	all(vendor?: string): RecordedRequest[] {
		return vendor ? this.records.filter((record) => record.vendor === vendor) : this.records;
	}

	countsOf(vendor: string): RequestCounts {
		const known = this.counts.get(vendor);
		if (known) return known;
		const counts = noRequests();
		this.counts.set(vendor, counts);
		return counts;
	}

	reset(): void {
		this.records = [];
		this.counts.clear();
		this.arrived = 0;
		this.startedAt = performance.now();
	}
}
