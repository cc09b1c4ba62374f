import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Shown } from '../page/grammar.mts';
import type { Clock } from './clock.mts';
import type { Dialled } from './dialled.mts';
import type { Fault } from './faults.mts';
import type { Settings } from './settings.mts';

/** A request that passed the key and the contract. Its parts have the contract's types. */
export interface Asked {
	params: Record<string, unknown>;
	query: Record<string, unknown>;
	headers: Record<string, unknown>;
	body: unknown;
}

/** What a vendor answers, and what happens to the answer on its way. */
export interface Answer {
	status: number;
	body?: unknown;
	stream?: Readable;
	headers?: Record<string, string>;
	fault?: Fault;
}

/** One operation of a vendor. */
export type Handler = (asked: Asked) => Answer;

/** What the sandbox lends to every vendor. */
export interface Surroundings {
	clock: Clock;
	settings: Settings;
	dialled: Dialled;
	/** The sandbox's own address, known once it listens. */
	url(): string;
}

/** How a request showed that it may come in. */
export type KeyShown = '<valid key>' | '<wrong key>' | '<no key>' | '<wrong form>';

/** A vendor as the server knows it. */
export interface Vendor {
	name: string;
	/** What precedes the contract's paths in the URL. */
	prefix: string;
	/** The contract's file, from the root of the package. */
	contract: string;
	keyShown(headers: Record<string, unknown>): KeyShown;
	/** An error in this vendor's shape; without a message, with the status' own words. */
	error(status: number, message?: string): Answer;
	/** The answer to too many requests. */
	throttled(seconds: number): Answer;
	/** By operationId of the contract. */
	handlers: Record<string, Handler>;
	/** What tests may look at, as JSON. */
	state(): unknown;
	/** What the page shows of it: bounded, however much there is. */
	shown?(): Shown;
	/** Keys and the like that must never be seen on the page. */
	secrets(): string[];
	reset(): void;
	/** Stops what would go on by itself. */
	close(): void;
	/** Adds the vendor's own routes below `/sandbox/<name>`. */
	control?(server: FastifyInstance): void;
}
