import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A message that a mail program handed in. */
export interface Mail {
	to: string[];
	/** Headers and text, as they came. */
	text: string;
}

/** A mail server on this machine that sends nothing on. */
export interface MailServer {
	/** For n8n's credential "SMTP". */
	credential: { host: string; port: number; secure: boolean; disableStartTls: boolean };
	mails: Mail[];
	close(): Promise<void>;
}

/** Takes every mail, as far as the protocol of 1982 goes. */
export async function startMailServer(): Promise<MailServer> {
	const mails: Mail[] = [];
	const server = createServer((socket) => converse(socket, mails));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		credential: { host: '127.0.0.1', port, secure: false, disableStartTls: true },
		mails,
		close: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}

function converse(socket: Socket, mails: Mail[]): void {
	let read = '';
	let mail: Mail | undefined;
	let isText = false;
	const say = (words: string) => socket.write(`${words}\r\n`);
	const take = (line: string) => {
		if (isText && mail) {
			if (line !== '.') mail.text += `${line}\n`;
			else {
				isText = false;
				mails.push(mail);
				say('250 taken');
			}
		} else if (/^MAIL FROM/i.test(line)) {
			mail = { to: [], text: '' };
			say('250 ok');
		} else if (/^RCPT TO/i.test(line)) {
			mail?.to.push(/<(.*)>/.exec(line)?.[1] ?? '');
			say('250 ok');
		} else if (/^DATA/i.test(line)) {
			isText = true;
			say('354 go on');
		} else if (/^QUIT/i.test(line)) {
			socket.end('221 bye\r\n');
		} else say('250 ok');
	};
	say('220 here');
	socket.on('error', () => socket.destroy());
	socket.on('data', (chunk) => {
		const lines = (read + chunk.toString()).split('\r\n');
		read = lines.pop() ?? '';
		lines.forEach(take);
	});
}
