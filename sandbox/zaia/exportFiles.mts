import type { ChatMessage } from './conversations.mts';

/** What an export may look like; the vendor documents none of it. */
export type ExportFormat = 'json' | 'jsonObject' | 'csv' | 'pdf' | 'form';

/** An export ready to be sent. */
export interface ExportFile {
	contentType: string;
	body: Buffer;
	fileName?: string;
}

const cell = (value: unknown): string => `"${String(value ?? '').replace(/"/g, '""')}"`;

const csv = (messages: ChatMessage[]): string =>
	[
		'id,createdAt,chatId,role,content',
		...messages.map(({ id, createdAt, chatId, role, content }) =>
			[id, createdAt, chatId, role, content].map(cell).join(','),
		),
	].join('\r\n');

const boundary = 'sandbox-boundary';

/** A form with one field and one file. */
const form = (file: string): string =>
	[
		`--${boundary}`,
		'content-disposition: form-data; name="exportId"',
		'',
		'sandbox-export',
		`--${boundary}`,
		'content-disposition: form-data; name="file"; filename="messages.csv"',
		'content-type: text/csv',
		'',
		file,
		`--${boundary}--`,
		'',
	].join('\r\n');

/** Writes messages as a file; `bytes` fills it up to a size. */
export function exportFile(
	messages: ChatMessage[],
	format: ExportFormat,
	bytes: number,
): ExportFile {
	const padding = 'x'.repeat(bytes);
	if (format === 'csv') {
		const body = Buffer.from(csv(messages) + (bytes > 0 ? `\r\n"${padding}"` : ''));
		return { contentType: 'text/csv; charset=utf-8', body, fileName: 'chat-messages.csv' };
	}
	if (format === 'pdf') {
		const body = Buffer.concat([Buffer.from('%PDF-1.4\n\u0000\u0001'), Buffer.alloc(bytes, 0xff)]);
		return { contentType: 'application/pdf', body };
	}
	if (format === 'form') {
		const body = Buffer.from(form(csv(messages)));
		return { contentType: `multipart/form-data; boundary=${boundary}`, body };
	}
	const rows = bytes > 0 ? [...messages, { padding }] : messages;
	const json = format === 'json' ? rows : { chatMessages: rows };
	return { contentType: 'application/json', body: Buffer.from(JSON.stringify(json)) };
}
