import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { differences } from './differences.mts';
import { ApiDocument, partOf } from './document.mts';
import type { Json, Known, LiveVendor, Probe } from './probes.mts';
import { comparePublished } from './published.mts';

/** What a check needs besides the vendor. */
export interface Access {
	key: string;
	/** Instead of the vendor's own address. */
	baseUrl?: string;
	print: (line: string) => void;
}

const patienceMs = 30_000;

/** The probe's parts with IDs filled in; undefined where one is not known. */
function filled(text: string, known: Known): string | undefined {
	const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
	if (names.some((name) => !known[name])) return undefined;
	return text.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name] ?? ''));
}

function addressOf(baseUrl: string, { path, query = {} }: Probe, known: Known): string | undefined {
	const filledPath = filled(path, known);
	const pairs = Object.entries(query).map(([name, value]) => [name, filled(value, known)] as const);
	if (filledPath === undefined || pairs.some(([, value]) => value === undefined)) return undefined;
	const search = new URLSearchParams(pairs.map(([name, value]) => [name, value ?? '']));
	return `${baseUrl}${filledPath}${pairs.length > 0 ? `?${search}` : ''}`;
}

/** Reads only: the one place that sends anything, and it knows no other method. */
async function read(url: string, headers: Record<string, string>) {
	const signal = AbortSignal.timeout(patienceMs);
	const answer = await fetch(url, { method: 'GET', headers, redirect: 'manual', signal });
	const text = await answer.text();
	try {
		return { status: answer.status, body: JSON.parse(text) as Json };
	} catch {
		return { status: answer.status, body: undefined };
	}
}

/**
 * Compares a vendor's real answers with our contract and prints where they differ, in names and types only.
 * Sends GET requests and nothing else. Answers how many operations differ.
 */
export async function checkLive(vendor: LiveVendor, access: Access): Promise<number> {
	const { key, print } = access;
	const file = readFileSync(resolve(process.cwd(), vendor.contract), 'utf8');
	const contract = new ApiDocument(parse(file));
	const [server] = (contract.root.servers ?? []) as Array<{ url?: string }>;
	const baseUrl = (access.baseUrl ?? server?.url ?? '').replace(/\/+$/, '');
	const headers = { accept: 'application/json', ...vendor.headers(key) };
	const operations = contract.operations();
	let known: Known = {};
	let differing = 0;

	const report = (name: string, found: string[]): void => {
		if (found.length > 0) differing += 1;
		print(found.length > 0 ? `${name}: differs` : `${name}: as in the contract`);
		for (const line of found) print(`    ${line}`);
	};

	const look = async (name: string, url: string): Promise<Json | undefined> => {
		try {
			const { status, body } = await read(url, headers);
			const schema = contract.answerSchema(partOf(operations.get(name)), status);
			if (status !== 200) report(name, [`the answer has status ${status}`]);
			else if (body === undefined) report(name, ['the answer is no JSON']);
			else report(name, differences(contract, body, schema ?? {}));
			return status === 200 ? body : undefined;
		} catch (error) {
			report(name, [`no answer: ${(error as Error).name}`]);
			return undefined;
		}
	};

	print(`Reading from ${baseUrl}. Nothing is written.`);
	for (const probe of vendor.probes) {
		const name = `GET ${probe.path}`;
		const url = addressOf(baseUrl, probe, known);
		const body = url === undefined ? undefined : await look(name, url);
		if (url === undefined) print(`${name}: not looked at, for no ID is known`);
		if (body) known = { ...known, ...probe.learn?.(body) };
	}
	if (vendor.description) {
		const body = await look(`GET ${vendor.description}`, baseUrl + vendor.description);
		const compared = body ? comparePublished(contract, new ApiDocument(body)) : [];
		for (const [name, found] of compared) report(`The vendor’s description of ${name}`, found);
	}
	for (const [at, line] of (vendor.onlyByWriting ?? []).entries()) {
		if (at === 0) print('Not looked at, because only a write could show it:');
		print(`    ${line}`);
	}
	print(differing === 0 ? 'No differences.' : `${differing} differ.`);
	return differing;
}
