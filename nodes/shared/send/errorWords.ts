import { plainText } from '../values/json';
import { markupWords } from './markupWords';

/** Keys under which an error answer says in a sentence what is wrong, the best first. */
const SENTENCES = [
	...['message', 'error_description', 'errorMessage', 'error_message', 'msg', 'detail', 'title'],
	...['error', 'description', 'reason', 'faultstring', 'fault'],
];

/** Keys under which it lists what is wrong with single fields. */
const LISTS = [
	...['detail', 'details', 'errors', 'non_field_errors', 'nonFieldErrors', 'fieldErrors'],
	...['field_errors', 'violations', 'issues', 'invalid-params', 'invalid_params', 'messages'],
];

/** Keys that name the field; FastAPI's `loc` is a path. */
const FIELDS = ['field', 'loc', 'path', 'param', 'property', 'pointer', 'parameter', 'key'];

const CODES = ['code', 'error_code', 'errorCode', 'type'];

const DEEPEST = 5;
const MOST_PARTS = 10;
const LONGEST = 500;

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** One line: control characters and marks that turn or hide text go. */
export const oneLine = (text: string): string =>
	text
		.slice(0, 4 * LONGEST)
		.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
		.trim()
		.toWellFormed();

const own = (fields: Fields, key: string): unknown =>
	Object.hasOwn(fields, key) ? fields[key] : undefined;

/** `["body", "agent_id"]` and `/agent_id` alike as `agent_id`. */
function fieldOf(fields: Fields): string {
	const named = FIELDS.map((key) => own(fields, key)).find(
		(value) => typeof value === 'string' || Array.isArray(value),
	);
	const path = (Array.isArray(named) ? named : [named]).map((part) => plainText(part) ?? '');
	const places = path.filter((part) => !['', 'body', 'query', 'path', 'header'].includes(part));
	return oneLine(places.slice(0, MOST_PARTS).join('.')).replace(/^[#/]+/, '');
}

/** A code that is a word of the vendor's, such as AGENT_DISABLED. */
function codeOf(fields: Fields, said: string): string {
	const code = CODES.map((key) => own(fields, key)).find(
		(value): value is string => typeof value === 'string' && /^[A-Za-z][\w.-]{1,60}$/.test(value),
	);
	return code === undefined || said.includes(code) ? '' : code;
}

const joined = (parts: string[]): string => [...new Set(parts.filter(Boolean))].join('; ');

/** A field's name in front of what is wrong with it; lists of problems and sentences alone, no other values. */
function byField(fields: Fields, depth: number): string {
	const parts = Object.entries(fields)
		.slice(0, 5 * MOST_PARTS)
		.map(([name, value]) => {
			const isSentence = typeof value === 'string' && /\S\s+\S/.test(value);
			if (typeof value !== 'object' && !isSentence) return '';
			const said = words(value, depth + 1);
			return said && `${oneLine(name).slice(0, 60)}: ${said}`;
		});
	return joined(parts.filter(Boolean).slice(0, MOST_PARTS));
}

function ofFields(fields: Fields, depth: number): string {
	const sentence = SENTENCES.map((key) => own(fields, key))
		.filter((value) => !Array.isArray(value))
		.map((value) => words(value, depth + 1))
		.find((said) => said !== '');
	const listed = LISTS.map((key) => own(fields, key)).map((value) =>
		typeof value === 'object' ? words(value, depth + 1) : '',
	);
	const detail = own(fields, 'detail');
	if (typeof detail === 'string' && sentence !== oneLine(detail)) listed.unshift(oneLine(detail));
	const head = sentence ?? '';
	const rest = joined(listed.filter((said) => said !== head));
	const list = SENTENCES.map((key) => own(fields, key)).find(Array.isArray);
	const said = [head, rest].filter(Boolean).join(': ') || (list ? words(list, depth + 1) : '');
	if (said === '') return byField(fields, depth) || codeOf(fields, '');
	const field = fieldOf(fields);
	const code = field ? '' : codeOf(fields, said);
	const prefix = field && !said.startsWith(field) ? `${field}: ` : '';
	return `${prefix}${said}${code && ` (${code})`}`;
}

function words(value: unknown, depth: number): string {
	if (depth > DEEPEST) return '';
	if (typeof value === 'string') return oneLine(value);
	if (Array.isArray(value)) {
		return joined(value.slice(0, MOST_PARTS).map((part: unknown) => words(part, depth + 1)));
	}
	return isFields(value) ? ofFields(value, depth) : '';
}

/** JSON that broke off says nothing that a person can read. */
const ofText = (text: string): string =>
	/^\s*[[{]/.test(text) ? '' : (markupWords(text) ?? oneLine(text));

/**
 * What is wrong, from an error answer of any common shape: a sentence, a list of problems, problems by field, an
 * RFC 9457 document, text or a page. At most 500 characters in one line; empty where nothing is said.
 */
export function errorWords(body: unknown): string {
	const said = typeof body === 'string' ? ofText(body) : words(body, 0);
	return said.slice(0, LONGEST).toWellFormed();
}
